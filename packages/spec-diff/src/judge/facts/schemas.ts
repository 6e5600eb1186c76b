import type { Keyword } from "../../read/keywords.ts";
import type { Asking, Directed, Openness, Shift } from "./parts.ts";

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
  /** As JSON; empty if the document has none. */
  "default-changed": Asking & { was: string; is: string };
  "unknown-keyword": { was: string; is: string };
}

interface Shifted extends Asking {
  shift: Shift;
}
