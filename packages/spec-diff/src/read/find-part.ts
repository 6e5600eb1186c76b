import { fieldOf, type JsonObject, resolveOptional } from "@grid-sdk/openapi";
import type { Context } from "../judge/context.ts";
import { type ListedOperation, listEveryOperation, type Revision } from "./revision.ts";
import { type Nodes, schemaNodes } from "./schema-node.ts";
import { viewSchemas } from "./schema-view.ts";

/** The operation of that name; undefined if there is none. */
export function findOperation(revision: Revision, name: string): ListedOperation | undefined {
  return listEveryOperation(revision).find((listed) => listed.name === name);
}

/** The object that a context is about: an operation, a request body or a response; empty if there is none. */
export function findPart(revision: Revision, { operation: name, part }: Context): JsonObject {
  const operation = findOperation(revision, name)?.operation ?? {};
  if (part.kind === "operation") return operation;
  if (part.kind === "body") return resolveOptional(revision.document, operation["requestBody"]);
  if (part.kind !== "response") return {};
  return resolveOptional(revision.document, fieldOf(operation, "responses")[part.status]);
}

/** The schema of the first body of a part; none if it has no body. */
export function bodyOfPart(revision: Revision, context: Context): Nodes {
  return bodyOf(revision, findPart(revision, context)) ?? [];
}

/** The schema of the first body that a request body or a response has; undefined if it has none. */
export function bodyOf(revision: Revision, holder: JsonObject): Nodes | undefined {
  const [body] = Object.values(fieldOf(holder, "content"));
  return body === undefined ? undefined : schemaNodes(revision, resolveOptional(revision.document, body));
}

/** Every property of the objects that a schema may be, its branches' included, by name. */
export function listProperties(nodes: Nodes): Map<string, Nodes> {
  if (nodes.length === 0) return new Map();
  const { properties, unions } = viewSchemas(nodes);
  const ofBranches = unions.flatMap(({ branches }) =>
    branches.flatMap((branch) => [...viewSchemas(branch.nodes).properties]),
  );
  return new Map([...ofBranches, ...properties]);
}
