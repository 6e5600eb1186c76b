import type { Place } from "../../read/place.ts";
import type { Asking, Directed, When } from "./parts.ts";

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
