import type { Place } from "../../read/place.ts";
import type { Nodes } from "../../read/schema-node.ts";
import type { SchemaView } from "../../read/schema-view.ts";

/** A schema before and after, and its place. */
export interface Sides {
  readonly was: Nodes;
  readonly is: Nodes;
  readonly before: SchemaView;
  readonly after: SchemaView;
  readonly place: Place;
}
