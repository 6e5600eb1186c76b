import { type JsonObject, listOperations, type Operation } from "@grid-sdk/openapi";

/**
 * Adds the header `Prefer` (RFC 7240) to each operation, with the documented statuses and examples as choices. For a server
 * that follows it, such as the mock.
 */
export function offerResponses(document: JsonObject): void {
  for (const operation of listOperations(document)) {
    const written = operation.endpoint.operation;
    const choices = listChoices(operation);
    if (choices.length === 0) continue;
    const prefer = {
      name: "Prefer",
      in: "header",
      required: false,
      description: "Chooses the response. `default` is the documented success that fits the request.",
      // The page sends the first choice by default. A server ignores choices that it does not know.
      schema: { type: "string", enum: ["default", ...choices] },
    };
    written["parameters"] = [...[written["parameters"] ?? []].flat(), prefer];
  }
}

function listChoices({ responses }: Operation): string[] {
  return [...responses].flatMap(([status, { body }]) => {
    const names = [...(body?.examples.keys() ?? [])];
    return names.length === 0 ? [`code=${status}`] : names.map((name) => `code=${status}, example=${name}`);
  });
}
