import { fieldOf, isJsonObject, type JsonObject, resolveOptional } from "@grid-sdk/openapi";
import type { Context } from "../judge/change.ts";
import { type ListedOperation, listEveryOperation } from "./list-every-operation.ts";
import { type SchemaNode, schemaNodes } from "./schema-node.ts";
import { viewSchemas } from "./schema-view.ts";

/** The operation of that name; undefined if there is none. */
export function findOperation(document: JsonObject, name: string): ListedOperation | undefined {
  return listEveryOperation(document).find((listed) => listed.name === name);
}

/** The object that a context is about: an operation, a request body or a response; empty if there is none. */
export function findPart(document: JsonObject, { operation: name, part }: Context): JsonObject {
  const operation = findOperation(document, name)?.operation ?? {};
  if (part === "") return operation;
  if (part === "request body") return resolveOptional(document, operation["requestBody"]);
  const [, status] = /^response (\S+)$/.exec(part) ?? [];
  const response = status === undefined ? undefined : fieldOf(operation, "responses")[status];
  return resolveOptional(document, response);
}

/** The schema of the first body of a part; none if it has no body. */
export function bodyOfPart(document: JsonObject, context: Context): SchemaNode[] {
  const [body] = Object.values(fieldOf(findPart(document, context), "content"));
  return isJsonObject(body) ? schemaNodes(document, resolveOptional(document, body)) : [];
}

/** Every property of the objects that a schema may be, its branches' included, by name. */
export function listProperties(nodes: readonly SchemaNode[]): Map<string, readonly SchemaNode[]> {
  if (nodes.length === 0) return new Map();
  const { properties, unions } = viewSchemas(nodes);
  const ofBranches = unions.flatMap(({ branches }) =>
    branches.flatMap((branch) => [...viewSchemas(branch.nodes).properties]),
  );
  return new Map([...ofBranches, ...properties]);
}
