import { type CheckResponse, createBodyCheck, formatViolation } from "@grid-sdk/contract";
import type { JsonObject, Operation } from "@grid-sdk/openapi";
import type { PreparedResponse, ReceivedRequest, ResponseChoice } from "@grid-sdk/server-kit";
import { completeChoice } from "./choose-response.ts";
import { dropUndeclared } from "./drop-undeclared.ts";
import type { AskPrism, PrismResponse } from "./prism/load-prism.ts";
import { shiftDates } from "./shift-dates.ts";

/** A documented response, with a note for the log. */
export interface MadeResponse extends PrismResponse {
  readonly note?: string;
}

export type MakeResponse = (
  operation: Operation,
  request: ReceivedRequest,
  choice?: ResponseChoice,
) => Promise<MadeResponse>;

/** Seeds for random values of Prism, for schemas whose plainest value is not valid. They are fixed, so values repeat. */
const SEEDS = ["grid-1", "grid-2", "grid-3", "grid-4", "grid-5"];

/**
 * Makes the documented responses: an example, with its dates moved to the present unless `keepDates`, or a value made from
 * the schema. Each response is validated. If it breaks the fragment, the response is a 500 with the reason.
 */
export function createResponseMaker(
  document: JsonObject,
  askPrism: AskPrism,
  checkResponse: CheckResponse,
  keepDates: boolean,
): MakeResponse {
  const check = (operation: Operation, response: PreparedResponse): string[] =>
    operation.responses.has(response.status) ? checkResponse(operation, response).map(formatViolation) : [];
  const checkClosed = createBodyCheck(document, { closed: true });
  const present = (response: PreparedResponse): PreparedResponse =>
    keepDates ? response : { ...response, body: shiftDates(response.body, Date.now()) };

  return async (operation, request, chosen) => {
    const choice = completeChoice(document, operation, request, chosen);
    const made = await askPrism(operation, request, choice);
    const { response, isUnauthorized } = made;
    const problems = isUnauthorized ? [] : check(operation, response);
    const place = `${operation.id} ${response.status}`;
    if (problems.length === 0) {
      const note = choice.exampleKey === undefined && isFromSchema(operation, response) ? fromSchema(place) : undefined;
      return { response: present(response), isUnauthorized, ...(note !== undefined && { note }) };
    }
    if (choice.exampleKey !== undefined) {
      const name = `The example ${JSON.stringify(choice.exampleKey)} of ${place}`;
      return describeFault(`${name} breaks the fragment: ${problems.join("; ")}.`);
    }
    for (const seed of SEEDS) {
      const { response: random } = await askPrism(operation, request, { ...choice, seed });
      const schema = operation.responses.get(random.status)?.body?.schema;
      const other = { ...random, body: dropUndeclared(random.body, checkClosed(schema, random.body)) };
      if (other.status === response.status && check(operation, other).length === 0) {
        return { response: present(other), isUnauthorized, note: fromSchema(place) };
      }
    }
    const reason = `${place} has no example, and none could be made from its schema: ${problems.join("; ")}.`;
    return describeFault(
      `${reason} Add an example, or choose a response: mock.reply("${operation.id}", { status, body }).`,
    );
  };
}

function isFromSchema({ responses }: Operation, { status, body }: PreparedResponse): boolean {
  return body !== undefined && responses.get(status)?.body !== undefined;
}

function fromSchema(place: string): string {
  return `${place} has no example: made from its schema`;
}

function describeFault(reason: string): MadeResponse {
  const body = { title: "The mock has no valid response", status: 500, detail: reason };
  const headers = { "content-type": "application/problem+json" };
  return { response: { status: 500, headers, body }, isUnauthorized: false, note: reason };
}
