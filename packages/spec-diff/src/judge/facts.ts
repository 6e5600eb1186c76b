import type { OperationFacts } from "./facts/operations.ts";
import type { SchemaFacts } from "./facts/schemas.ts";
import type { UnionFacts } from "./facts/unions.ts";

export interface Facts extends OperationFacts, SchemaFacts, UnionFacts {}

/** What changed, as data. `report/facts/` has a sentence for each kind. */
export type Fact = { [K in keyof Facts]: { readonly kind: K } & Readonly<Facts[K]> }[keyof Facts];

/** The kind of a change, for programs: that of its fact, or of the keyword or field that the fact is about. */
export function kindOf(fact: Fact): string {
  switch (fact.kind) {
    case "bound-changed":
    case "constraint-changed":
    case "openness-changed":
    case "logic-changed":
      return `${fact.keyword}-changed`;
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
