import { nodeOfComponent, type SchemaNode } from "./schema-node.ts";
import { viewSchemas } from "./schema-view.ts";

/** Whether the component that a property's schema stands in requires the property; undefined where it is in none. */
export function isRequiredByOwner({ revision, place }: SchemaNode, name: string): boolean | undefined {
  if (place.component === undefined || place.path.length !== 1) return undefined;
  return viewSchemas([nodeOfComponent(revision, place.component)]).required.has(name);
}
