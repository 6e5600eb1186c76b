import { asObject, resolveRef, type JsonObject } from "./fragment.ts";
import type { Operation } from "./list-operations.ts";

/**
 * A copy of the document in which every operation stands at its path with all that is its own: its parameters, those
 * of the path item among them, and its body, none of them by reference. Examples and webhooks have no types.
 */
export function inlineOperations(document: JsonObject, operations: readonly Operation[]): JsonObject {
  const { webhooks: _, paths, components, ...rest } = document;
  const { examples: __, pathItems: ___, ...others } = asObject(components);
  const inlined: Record<string, JsonObject> = {};
  for (const operation of operations) {
    const method = operation.method.toLowerCase();
    const item = asObject(asObject(paths)[operation.path]);
    const source = asObject({ ...resolveRef(document, item), ...item }[method]);
    inlined[operation.path] = { ...inlined[operation.path], [method]: inlineOperation(document, operation, source) };
  }
  return { ...rest, paths: inlined, components: { schemas: {}, ...others } };
}

function inlineOperation(document: JsonObject, operation: Operation, source: JsonObject): JsonObject {
  const { parameters: _, requestBody, callbacks: __, ...rest } = source;
  const body = requestBody === undefined ? undefined : resolveRef(document, requestBody);
  return {
    ...rest,
    parameters: operation.parameters.map(({ source: parameter, required }) =>
      withoutExamples({ ...parameter, required }),
    ),
    ...(body && { requestBody: { ...body, content: mapContent(body["content"]) } }),
    responses: Object.fromEntries(
      Object.entries(asObject(source["responses"])).map(([status, response]) => {
        const resolved = resolveRef(document, response);
        return [status, resolved["content"] ? { ...resolved, content: mapContent(resolved["content"]) } : resolved];
      }),
    ),
  };
}

function mapContent(content: unknown): JsonObject {
  return Object.fromEntries(
    Object.entries(asObject(content)).map(([type, media]) => [type, withoutExamples(asObject(media))]),
  );
}

function withoutExamples(holder: JsonObject): JsonObject {
  const { examples: _, ...rest } = holder;
  return rest;
}
