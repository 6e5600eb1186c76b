import type { DocumentedResponse, JsonObject, Operation } from "@grid-sdk/openapi";
import { createBodyCheck } from "./check-body.ts";
import { createParameterCheck } from "./check-parameters.ts";
import { isJsonType } from "./json-type.ts";
import type { Violation } from "./violation.ts";

/** What of a response is checked. */
export interface CheckedResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; the text if it is not JSON; undefined if there was no body. */
  readonly body: unknown;
}

export type CheckResponse = (operation: Operation, response: CheckedResponse) => Violation[];

/** Validates responses against their operations: status, headers and body, as strict as the document. */
export function createResponseCheck(document: JsonObject): CheckResponse {
  const checkParameters = createParameterCheck(document);
  const checkBody = createBodyCheck(document, { leftOut: "writeOnly" });

  const checkContent = (documented: DocumentedResponse, { headers, body }: CheckedResponse): Violation[] => {
    if (!documented.body) return body === undefined ? [] : [{ where: "body", message: "is not documented" }];
    if (body === undefined) return [{ where: "body", message: "is required", code: "required" }];
    // A body of another type is not JSON: each further violation would only repeat that.
    if (!isJsonType(headers["content-type"])) {
      return [{ where: "header/content-type", message: "must be application/json" }];
    }
    return checkBody(documented.body.schema, body);
  };
  return ({ responses }, response) => {
    const documented = responses.get(response.status);
    if (!documented) {
      const statuses = [...responses.keys()].toSorted((a, b) => a - b).join(", ");
      return [{ where: "status", message: `${response.status} is not documented; ${statuses} are` }];
    }
    return [
      ...checkParameters(documented.headers, ({ name }) => response.headers[name.toLowerCase()]),
      ...checkContent(documented, response),
    ];
  };
}
