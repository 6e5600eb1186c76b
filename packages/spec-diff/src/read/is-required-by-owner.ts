import { nodeOfComponent, type SchemaNode } from "./schema-node.ts";
import { viewSchemas } from "./schema-view.ts";

/** Whether the component that declares a property requires it; undefined if no component declares it. */
export function isRequiredByOwner({ revision, place }: SchemaNode, name: string): boolean | undefined {
  if (place.component === undefined || place.path.length !== 1) return undefined;
  return viewSchemas([nodeOfComponent(revision, place.component)]).required.has(name);
}
