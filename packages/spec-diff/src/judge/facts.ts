import type { Place } from "../read/place.ts";
import type { Keyword } from "../read/keywords.ts";

/** In which direction data travels: in a request, code sends it; in a response, code reads it. */
export type Direction = "request" | "response";

/** The values of a property that a union's cases have; without the property, the names of its branches. */
export interface When {
  readonly property?: string;
  readonly values: readonly string[];
}

/** What happened to the set of values that a constraint allows. */
export type Shift = "same" | "tightened" | "loosened" | "unproven";

/** What an object does with properties that it does not name. */
export type Openness = "silent" | "open" | "closed" | "typed";

/** A parameter is required with a body whose property has the value. */
export interface Condition {
  readonly property: string;
  readonly value: string;
}

/** `asks`: the direction in which code has to change; undefined if it can stay as it is. */
interface Asking {
  asks: Direction | undefined;
}

interface Directed {
  direction: Direction;
}

/** Facts without data besides the place and the subject of a change. */
type BareFact =
  | "dialect-changed"
  | "server-removed"
  | "server-added"
  | "body-removed"
  | "body-became-required"
  | "body-became-optional"
  | "status-removed"
  | "header-removed"
  | "header-added"
  | "header-became-required"
  | "header-became-optional"
  | "webhook-removed"
  | "webhook-added";

/** Of the document, its operations, and what they carry. */
export interface OperationFacts extends Record<BareFact, object> {
  "server-changed": { was: string };
  "version-changed": { was: unknown; is: unknown; isServedElsewhere: boolean };
  /** Texts and examples that differ only in our words. */
  reworded: { count: number };
  "text-changed": {
    /** For example `description`. */
    field: string;
    before: unknown;
    after: unknown;
    /** The operation, the schema or the part of the document that it documents. */
    owner: string;
    /** Whether it is about a value that requests or responses carry. */
    isContract: boolean;
    /** Whether `before` is the API owners' text: otherwise it is not known. */
    isKnown: boolean;
  };
  "unknown-field": { was: unknown; is: unknown };
  /** An operation, a parameter or a header that the subject names. */
  deprecated: { isSet: boolean };
  "operation-added": { endpoint: string };
  "operation-removed": { endpoint: string };
  "operation-id-changed": { is: string };
  "operation-moved": { was: string; is: string };
  "parameter-removed": { in: string };
  "parameter-added": { in: string };
  "required-parameter-added": { in: string; conditions: readonly Condition[] };
  "parameter-became-required": { in: string };
  "parameter-became-optional": { in: string; conditions: readonly Condition[] };
  "parameter-became-required-with": { in: string; conditions: readonly Condition[] };
  "parameter-required-with-new": { in: string; conditions: readonly Condition[] };
  "parameter-became-optional-with": { in: string; conditions: readonly Condition[] };
  "parameter-form-changed": { in: string; was: Form; is: Form };
  "body-added": { isRequired: boolean };
  "media-type-removed": Directed & { others: readonly string[] };
  "media-type-added": Asking;
  "example-removed": { others: readonly string[] };
  "status-added": { outcome: "failure" | "success" | "success-with-other-body" };
  /** Each alternative is the names of its schemes; empty if it needs no authentication. */
  "security-removed": { schemes: readonly string[]; others: readonly (readonly string[])[] };
  "security-added": { schemes: readonly string[] };
}

/** How a parameter is written. */
export interface Form {
  readonly style: string;
  readonly explode: boolean;
}

/** Of schemas. */
export interface SchemaFacts {
  "schema-added": object;
  /** `heir`: the only new component that is alike. */
  "schema-removed": { heir: string | undefined };
  "property-removed": Directed & { heir: string | undefined };
  /** `operations`: those whose requests have the property now. */
  "property-moved": { operations: readonly string[] };
  /** `isFirst`: the object had no properties before, and so could have any. */
  "property-added": Asking & { isOptional: boolean; isFirst: boolean };
  "required-property-added": object;
  "property-became-required": Directed;
  "property-became-optional": Directed;
  "undeclared-property": Asking & { isRequired: boolean };
  "never-changed": Asking & { isNever: boolean };
  /** Undefined: any type. */
  "type-changed": Directed & { was: readonly string[] | undefined; is: readonly string[] | undefined };
  "became-nullable": Asking;
  "became-not-nullable": Asking;
  "enum-introduced": Asking & { values: readonly string[] };
  "enum-dropped": Asking & { values: readonly string[] };
  /** `of`: the property of a union's branches, where the place is the union. */
  "enum-value-removed": { of?: string };
  "enum-value-added": Asking;
  "bound-changed": Shifted & { keyword: Keyword<"lower" | "upper">; was: number | undefined; is: number | undefined };
  "constraint-changed": Shifted & {
    keyword: Keyword<"cumulative">;
    was: readonly string[];
    is: readonly string[];
  };
  flag: { flag: Keyword<"flag">; isSet: boolean };
  "openness-changed": Asking & { keyword: Keyword<"openness">; was: Openness; is: Openness };
  "logic-changed": Directed & { keyword: string };
  /** As JSON; empty if there was or is none. */
  "default-changed": Asking & { was: string; is: string };
  "unknown-keyword": { was: string; is: string };
}

interface Shifted extends Asking {
  shift: Shift;
}

/** Of unions and their branches. */
export interface UnionFacts {
  "union-changed": Directed & { was: readonly (readonly string[])[]; is: readonly (readonly string[])[] };
  /** `union`: the component that the union is, or the place of the change. */
  "union-keyword-changed": Asking & { union: Place; was: string; is: string };
  "became-union": Asking & { union: Place; branches: readonly string[]; discriminator: string | undefined };
  "became-plain": { branches: readonly string[] };
  /** `isSure`: no value of the branch is allowed; `own`: the properties that only it had, where that is not sure. */
  "branch-removed": Directed & { union: Place; when: When; isSure: boolean; own: readonly string[] };
  /** `isOdd`: it lacks what could be read of every branch before. */
  "branch-added": Asking & { union: Place; when: When; isOdd: boolean };
  "branch-merged": Moved;
  "discriminator-changed": { was: string | undefined; is: string | undefined };
  "discriminator-value-added": Asking & { property: string; branch: string };
  "discriminator-value-removed": Directed & { property: string };
  "discriminator-value-moved": Moved;
  /** Values of the mapping that lead to no branch. */
  "discriminator-mapping-changed": { was: readonly string[]; is: readonly string[] };
}

/** Values that another branch or schema has now. */
interface Moved extends Directed {
  when: When;
  /** Undefined for a schema without a name. */
  heir: string | undefined;
  /** The properties that it lacks. */
  lost: readonly string[];
}

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
