import { adviseOnLine } from "./advise-on-line.ts";
import { type Call, createCall, finishCall } from "./call.ts";
import { checkParameters } from "./check-parameters.ts";
import { copyOwn } from "./copy-own.ts";
import { GridApiError, readRequestId } from "./errors/grid-api-error.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";
import { fieldsOf } from "./fields-of.ts";
import type { HttpInit, HttpResult, SendCall } from "./http-client.ts";
import { isProcessing, PROCESSING } from "./is-processing.ts";
import type { OperationInput } from "./call-options.ts";
import { parseJson } from "./parse-json.ts";
import type { Settings } from "./read-options.ts";

interface OperationResult {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Headers;
  /** The server's id of the request. */
  readonly requestId: string | undefined;
}

/** The calls that got a 202, so that an error of `signedRetry` can name them. The key is the headers: callers may copy a result. */
export const callsOfResults = new WeakMap<Headers, Call>();

/** Calls an operation of the specification. Throws a `GridError` unless the response is a documented success. */
export async function callOperation(
  settings: Settings,
  send: SendCall,
  operationId: string,
  input: OperationInput = {},
): Promise<OperationResult> {
  const { method = "", path: template = "" } = settings.revision.operationTable[operationId] ?? {};
  const init: OperationInput & HttpInit = copyOwn({ ...fieldsOf(input), parseAs: "text" });
  const call = createCall(settings, method, template, init);
  return finishCall(call, async () => {
    if (typeof input !== "object" || input === null) {
      throw new GridInputError(`the input of ${operationId} must be an object: { path, query, header, body }.`, call);
    }
    // Copied, since a getter may return another value the next time.
    const params = { path: { ...init.path }, query: { ...init.query }, header: init.header };
    checkParameters(params, call, false);
    for (const signal of call.signals) signal.throwIfAborted();
    const result = await send(call, Object.assign(init, { params }), call.row?.query);
    const { status, headers } = result.response;
    if (status === 202) callsOfResults.set(headers, call);
    return { status, data: readData(result, call, settings), headers, requestId: readRequestId(headers) };
  });
}

function readData({ data: text, error, response }: HttpResult, call: Call, settings: Settings): unknown {
  const { status } = response;
  if (status >= 400) throw new GridApiError(response, error, call, adviseOnLine(settings, call, status));
  const data = parseJson(text);
  if (isProcessing(data)) throw new GridResponseError(response, PROCESSING, { ...call, isProcessing: true });
  const success = call.row?.success ?? {};
  if (!success[status]) {
    const { date, apiVersion } = settings.revision;
    const documented = Object.keys(success).join(" and ");
    const problem = `an undocumented status: the specification of ${date ?? apiVersion} documents ${documented}`;
    throw new GridResponseError(response, problem, call);
  }
  if (success[status] === "empty") return undefined;
  if (typeof data === "object" && data !== null) return data;
  const problem =
    data === undefined && !text
      ? "no body"
      : data === undefined
        ? "a body that is not JSON"
        : "JSON that is not an object";
  throw new GridResponseError(response, problem, call);
}
