import { isJsonObject } from "@grid-sdk/openapi";
import { type Nodes, type SchemaNode, schemaOfRef } from "./schema-node.ts";

/** Whether `null` fits all of the nodes. */
export function allowNull(nodes: Nodes, seen: readonly unknown[] = []): boolean {
  return nodes.every((node) => allowsNull(node, seen));
}

function allowsNull(node: SchemaNode, seen: readonly unknown[]): boolean {
  const { schema } = node;
  if (!isJsonObject(schema) || seen.includes(schema)) return schema !== false;
  const inside = [...seen, schema];
  const { type, enum: values, $ref: ref, allOf, oneOf, anyOf } = schema;
  if (type !== undefined && type !== "null" && !(Array.isArray(type) && type.includes("null"))) return false;
  if (Array.isArray(values) && !values.includes(null)) return false;
  if ("const" in schema && schema["const"] !== null) return false;
  if (typeof ref === "string" && !allowsNull(schemaOfRef(node, ref), inside)) return false;
  const allows = (branch: unknown) => allowsNull({ ...node, schema: branch }, inside);
  if (Array.isArray(allOf) && !allOf.every(allows)) return false;
  return [oneOf, anyOf].every((branches) => !Array.isArray(branches) || branches.some(allows));
}
