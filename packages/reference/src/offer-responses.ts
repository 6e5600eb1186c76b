import { type JsonObject, listEndpoints, listOperations, type Operation } from "@grid-sdk/openapi";

/**
 * Adds to each operation the header `Prefer` (RFC 7240), with the documented statuses and their examples as choices: for
 * a server such as the mock, which responds as it says.
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
      // What a server does not know of this header it ignores, and the page sends the first choice unless told otherwise.
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
