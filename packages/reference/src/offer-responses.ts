import { type JsonObject, listEndpoints, listOperations, type Operation } from "@grid-sdk/openapi";

/**
 * Adds the header `Prefer` (RFC 7240) to each operation, with the documented statuses and examples as choices. For a server
 * that follows it, such as the mock.
 */
export function offerResponses(document: JsonObject): void {
  const operations = listOperations(document);
  for (const [at, { operation }] of listEndpoints(document).entries()) {
    const choices = listChoices(operations[at]);
    if (choices.length === 0) continue;
    const prefer = {
      name: "Prefer",
      in: "header",
      required: false,
      description: "Chooses the response. `default` is the documented success that fits the request.",
      // The page sends the first choice by default. A server ignores choices that it does not know.
      schema: { type: "string", enum: ["default", ...choices] },
    };
    operation["parameters"] = [...[operation["parameters"] ?? []].flat(), prefer];
  }
}

function listChoices(operation: Operation | undefined): string[] {
  return [...(operation?.responses ?? [])].flatMap(([status, { body }]) => {
    const names = [...(body?.examples.keys() ?? [])];
    return names.length === 0 ? [`code=${status}`] : names.map((name) => `code=${status}, example=${name}`);
  });
}
