import type { OperationTableRow } from "@grid-sdk/core";
import { adviseOnLine } from "./advise-on-line.ts";
import { type Call, createCall, finishCall } from "./call.ts";
import { checkStrings } from "./check-parameters.ts";
import { checkPath } from "./check-path.ts";
import { copyOwn } from "./copy-own.ts";
import { GridApiError, readRequestId } from "./errors/grid-api-error.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";
import { fieldsOf } from "./fields-of.ts";
import type { HttpResult, SendCall } from "./http-client.ts";
import { isProcessing, PROCESSING } from "./is-processing.ts";
import type { GridCallOptions } from "./options.ts";
import { parseJson } from "./parse-json.ts";
import type { Settings } from "./read-options.ts";

/** Any operation's input; the methods' types say what each really takes. */
export interface OperationInput extends GridCallOptions {
  path?: object | undefined;
  query?: Record<string, unknown> | undefined;
  header?: object | undefined;
  body?: unknown;
}

interface OperationResult {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Headers;
  /** The server's id of the request. */
  readonly requestId: string | undefined;
}

/** The calls that a 202 came from, for what goes on with it. By its headers: results are copied. */
export const callsOfResults = new WeakMap<Headers, Call>();

/** Calls an operation of the specification. Throws a `GridError` for all but a documented success. */
export async function callOperation(
  settings: Settings,
  send: SendCall,
  operationId: string,
  input: OperationInput = {},
): Promise<OperationResult> {
  const { revision } = settings;
  const row = revision.operationTable[operationId] as OperationTableRow;
  const { path, query, header, body, signal, ...options } = copyOwn(fieldsOf(input) as OperationInput);
  return finishCall(
    createCall(settings, row.method, row.path, copyOwn({ ...options, signal, parseAs: "text" })),
    async (call) => {
      if (typeof input !== "object" || input === null) {
        throw new GridInputError(`${operationId} takes an object of path, query, header and body.`, call);
      }
      // Read once: a getter may give something else the next time.
      const params = { path: { ...path }, query: { ...query }, header };
      checkPath(params.path, call, false);
      checkStrings(params, row, call);
      for (const given of call.signals) given.throwIfAborted();
      const result = await send(call, { ...options, params, body, parseAs: "text" }, row.query);
      const { status, headers } = result.response;
      if (status === 202) callsOfResults.set(headers, call);
      return { status, data: readData(result, row, call, settings), headers, requestId: readRequestId(headers) };
    },
  );
}

function readData(
  { data: text, error, response }: HttpResult,
  { success }: OperationTableRow,
  call: Call,
  settings: Settings,
): unknown {
  const { status } = response;
  if (status >= 400) throw new GridApiError(response, error, call, adviseOnLine(settings, call, status));
  const data = parseJson(text);
  if (isProcessing(data)) throw new GridResponseError(response, PROCESSING, { ...call, isProcessing: true });
  const problem = findProblem(status, success, text, data, settings);
  if (problem) throw new GridResponseError(response, problem, call);
  return success[status] === "empty" ? undefined : data;
}

/** What the specification does not allow in a response that is not an error. */
function findProblem(
  status: number,
  success: OperationTableRow["success"],
  text: unknown,
  data: unknown,
  { revision }: Settings,
): string | undefined {
  if (!success[status]) {
    const statuses = Object.keys(success).join(" and ");
    return `an undocumented status: the specification of ${revision.date ?? revision.apiVersion} documents ${statuses}`;
  }
  if (success[status] === "empty" || (typeof data === "object" && data !== null)) return undefined;
  if (data !== undefined) return "JSON that is not an object";
  return text ? "a body that is not JSON" : "no body";
}
