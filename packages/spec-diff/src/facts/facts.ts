import { OPERATIONS } from "./operations.ts";
import { SCHEMAS } from "./schemas.ts";
import type { Sentences } from "./sentences.ts";
import { UNIONS } from "./unions.ts";

/** Every kind of fact, with its sentence. */
export const FACTS = { ...OPERATIONS, ...SCHEMAS, ...UNIONS } satisfies Sentences;

/** The data that a sentence is made from. */
type DataOf<S> = S extends (fact: infer F, ...others: never[]) => unknown ? ([F] extends [never] ? object : F) : object;

/** What changed, as data. */
export type Fact = {
  [K in keyof typeof FACTS]: { readonly kind: K } & Readonly<DataOf<(typeof FACTS)[K]>>;
}[keyof typeof FACTS];

/** The kind of a change, for programs: that of its fact, or of the keyword or field that the fact is about. */
export function kindOf(fact: Fact): string {
  if ("keyword" in fact) return `${fact.keyword}-changed`;
  switch (fact.kind) {
    case "text-changed":
      return `${fact.field}-changed`;
    case "flag":
      return `${fact.flag}-${fact.isSet ? "set" : "unset"}`;
    case "deprecated":
      return `deprecated-${fact.isSet ? "set" : "unset"}`;
    case "undeclared-property":
      return fact.isRequired ? "required-property-added" : "property-became-optional";
    case "never-changed":
      return "type-changed";
    case "discriminator-value-moved":
      return "discriminator-value-removed";
    default:
      return fact.kind;
  }
}
