import { fieldOf, isJsonObject, type JsonObject, type Operation, resolveOptional } from "@grid-sdk/openapi";
import type { ReceivedRequest, ResponseChoice } from "@grid-sdk/server-kit";

/** Completes a choice with the status and the example that fit the request. */
export function completeChoice(
  document: JsonObject,
  operation: Operation,
  request: Pick<ReceivedRequest, "headers" | "body">,
  choice: ResponseChoice = {},
): ResponseChoice {
  const code = choice.code ?? chooseSuccess(operation, request.headers);
  const exampleKey = choice.exampleKey ?? chooseExample(document, operation, request.body, code);
  return { ...(code !== undefined && { code }), ...(exampleKey !== undefined && { exampleKey }) };
}

/** The lowest documented success. A 202 asks for a signature, so a signed request gets the other success. */
export function chooseSuccess({ responses }: Operation, headers: ReceivedRequest["headers"]): number | undefined {
  const successes = [...responses.keys()].filter((status) => status >= 200 && status < 300).toSorted((a, b) => a - b);
  const isSigned = "grid-wallet-signature" in headers;
  return successes.find((status) => !(isSigned && status === 202)) ?? successes[0];
}

/** The example with the `type` of the request's body, else the first one; undefined without examples. */
function chooseExample(
  document: JsonObject,
  operation: Operation,
  body: unknown,
  code: number | undefined,
): string | undefined {
  const examples = [...((code !== undefined && operation.responses.get(code)?.body?.examples) || [])];
  const name = discriminatorOf(document, operation);
  const type = isJsonObject(body) ? body[name] : undefined;
  const fitting = examples.find(([, value]) => type !== undefined && isJsonObject(value) && value[name] === type);
  return (fitting ?? examples[0])?.[0];
}

function discriminatorOf(document: JsonObject, { requestBody }: Operation): string {
  const schema = isJsonObject(requestBody?.schema) ? resolveOptional(document, requestBody.schema) : {};
  return String(fieldOf(schema, "discriminator")["propertyName"] ?? "type");
}
