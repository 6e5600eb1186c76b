import { type CheckResponse, formatViolation } from "@grid-sdk/contract";
import { isJsonObject, type JsonObject, type Operation } from "@grid-sdk/openapi";
import { NETWORK_ERRORS, type NetworkError } from "../http/delivery.ts";
import { checkHeaders } from "../http/send-delivery.ts";
import { findResponse, listResponses, type ResponseChoice } from "./find-response.ts";
import type { ApiRequest } from "./reply.ts";

type Headers = Readonly<Record<string, string>>;

/** What a reply sends. Without a status in `choice`, the usual response. `body`: one of the test's own. */
export type ReplySource =
  | { readonly kind: "documented"; readonly choice: ResponseChoice; readonly headers: Headers; readonly body?: unknown }
  | { readonly kind: "raw"; readonly status: number; readonly headers: Headers; readonly raw: string | Uint8Array }
  | { readonly kind: "network"; readonly networkError: NetworkError }
  | { readonly kind: "respond"; readonly respond: (request: ApiRequest) => unknown };

/** A reply that has been read. */
export interface PreparedReply {
  readonly source: ReplySource;
  readonly delayMs: number;
  /** For how many calls; `Infinity` for all. */
  readonly times: number;
  readonly when: ((request: ApiRequest) => boolean) | undefined;
}

/** The fields that say what a reply sends. Those of one list go together. */
const FORMS = [["status", "example"], ["status", "body"], ["raw"], ["networkError"], ["respond"]];
const TERMS = ["delayMs", "times", "when"];
const KEYS = new Set([...FORMS.flat(), "headers", ...TERMS]);
/** The longest delay of a Node timer. */
const LONGEST_MS = 2_147_483_647;

/** Reads a reply. Throws a `TypeError` for a reply that the fragment does not allow. The message lists what it allows. */
export function readReply(operation: Operation, reply: unknown, checkResponse: CheckResponse): PreparedReply {
  const fields = typeof reply === "function" ? { respond: reply } : reply;
  if (!isJsonObject(fields)) throw refuseChoice(operation, reply);
  const unknown = Object.keys(fields).filter((key) => !KEYS.has(key));
  if (unknown.length > 0) throw refuseChoice(operation, reply);
  const { delayMs = 0, times = 1, when } = fields;
  const refuse = (problem: string) => new TypeError(`${operation.id}: ${problem}`);
  if (typeof delayMs !== "number" || !(delayMs >= 0 && delayMs <= LONGEST_MS)) {
    throw refuse(
      `delayMs must be a number of milliseconds from 0 to ${LONGEST_MS}; got ${show(delayMs)}. For no response at all, use networkError: "silence".`,
    );
  }
  if (when !== undefined && typeof when !== "function")
    throw refuse(`when must be a function of the request; got ${show(when)}.`);
  const count = times === "always" ? Infinity : times;
  if (typeof count !== "number" || !(count >= 1) || (count !== Infinity && !Number.isInteger(count))) {
    throw refuse(`times must be a whole number from 1, or "always"; got ${show(times)}.`);
  }
  const source = readSource(operation, fields, checkResponse, refuse);
  if (refusesConnections(source) && TERMS.some((key) => key in fields)) {
    throw refuse('networkError: "refused" is for all calls until reset(). Remove times, when and delayMs.');
  }
  return { source, delayMs, times: count, when: when as PreparedReply["when"] };
}

/** Whether the server refuses all connections once this is the next reply. */
export function refusesConnections(source: ReplySource): boolean {
  return source.kind === "network" && source.networkError === "refused";
}

function readSource(
  operation: Operation,
  fields: JsonObject,
  checkResponse: CheckResponse,
  refuse: (problem: string) => TypeError,
): ReplySource {
  const { status, example, body, raw, networkError, respond } = fields;
  const given = FORMS.flat().filter((key) => fields[key] !== undefined);
  if (!FORMS.some((form) => given.every((key) => form.includes(key)))) {
    throw refuse(
      `a reply must be one of { status, example }, { status, body }, { raw }, { networkError } and { respond }; got ${Object.keys(fields).join(", ")}.`,
    );
  }
  if (respond !== undefined) {
    if (typeof respond !== "function") throw refuse(`respond must be a function of the request; got ${show(respond)}.`);
    return { kind: "respond", respond: respond as (request: ApiRequest) => unknown };
  }
  if (networkError !== undefined) return { kind: "network", networkError: readNetworkError(networkError, refuse) };
  if (raw !== undefined) return readRaw(raw, refuse);
  const headers = readHeaders(fields["headers"], refuse);
  if (body !== undefined) return checkBody(operation, { status, body, headers }, checkResponse, refuse);
  const isBare = status === undefined && example === undefined;
  if (isBare && "delayMs" in fields) return { kind: "documented", choice: {}, headers };
  const choice = findResponse(operation, { status, example });
  if (!choice) throw refuseChoice(operation, fields);
  return { kind: "documented", choice, headers };
}

function checkBody(
  operation: Operation,
  { status, body, headers }: { status: unknown; body: unknown; headers: Headers },
  checkResponse: CheckResponse,
  refuse: (problem: string) => TypeError,
): ReplySource {
  if (!findResponse(operation, { status })) throw refuseChoice(operation, { status });
  const response = { status: Number(status), headers: { "content-type": "application/json", ...headers }, body };
  // A header that is left out comes from the document.
  const violations = checkResponse(operation, response).filter(
    ({ where, code }) => !(where.startsWith("header/") && code === "required"),
  );
  if (violations.length > 0) {
    const list = violations.map(formatViolation).join("; ");
    throw refuse(
      `the fragment does not allow this ${response.status}: ${list}. It documents:\n${listResponses(operation)}\nTo send this response all the same, use { raw }.`,
    );
  }
  return { kind: "documented", choice: { code: response.status }, headers: response.headers, body };
}

function readRaw(raw: unknown, refuse: (problem: string) => TypeError): ReplySource {
  const { status, headers, body = "", ...others } = isJsonObject(raw) ? raw : {};
  const isStatus = typeof status === "number" && Number.isInteger(status) && status >= 200 && status <= 599;
  if (!isStatus || Object.keys(others).length > 0) {
    throw refuse(`raw must be { status, headers, body } with a status from 200 to 599; got ${show(raw)}.`);
  }
  if (typeof body !== "string" && !ArrayBuffer.isView(body)) throw refuse("the body of raw must be a string or bytes.");
  return { kind: "raw", status, headers: readHeaders(headers, refuse), raw: body as string | Uint8Array };
}

function readNetworkError(value: unknown, refuse: (problem: string) => TypeError): NetworkError {
  const found = NETWORK_ERRORS.find((name) => name === (value === true ? "reset" : value));
  if (!found) throw refuse(`networkError must be true or one of ${NETWORK_ERRORS.join(", ")}; got ${show(value)}.`);
  return found;
}

function readHeaders(headers: unknown, refuse: (problem: string) => TypeError): Headers {
  if (headers === undefined) return {};
  if (!isJsonObject(headers)) throw refuse(`headers must be an object of names and values; got ${show(headers)}.`);
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  checkHeaders(named);
  return named;
}

function refuseChoice(operation: Operation, choice: unknown): TypeError {
  return new TypeError(
    `${operation.id} documents no response ${show(choice)}. Choose { status }, { example } or both of:\n${listResponses(operation)}\nor reply with { status, body }, { raw }, { networkError }, { delayMs } or a function of the request.`,
  );
}

export function show(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
}
