import { asObject, fieldOf, type JsonObject, type Operation, resolveRef } from "@grid-sdk/openapi";

/**
 * A copy of the document in which every operation has its own parameters, those of its path and its body written out,
 * not by reference. Leaves out examples and webhooks, which have no types.
 */
export function inlineOperations(document: JsonObject, operations: readonly Operation[]): JsonObject {
  const { webhooks: _, components, ...rest } = document;
  const { examples: __, pathItems: ___, ...others } = asObject(components);
  const paths: Record<string, JsonObject> = {};
  for (const operation of operations) {
    const { path, method } = operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: inlineOperation(document, operation) };
  }
  return { ...rest, paths, components: { schemas: {}, ...others } };
}

function inlineOperation(document: JsonObject, { endpoint, parameters: own }: Operation): JsonObject {
  const { parameters: _, requestBody, callbacks: __, ...rest } = endpoint.operation;
  const body = requestBody === undefined ? undefined : resolveRef(document, requestBody);
  return {
    ...rest,
    parameters: own.map(({ source, required }) => withoutExamples({ ...source, required })),
    ...(body && { requestBody: { ...body, content: mapContent(body["content"]) } }),
    responses: Object.fromEntries(
      Object.entries(fieldOf(endpoint.operation, "responses")).map(([status, response]) => {
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
