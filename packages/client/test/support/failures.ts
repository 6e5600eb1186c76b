import { type Behaviour, beginResponse, reset, respond, respondJson, stayStill, trickle } from "./scripted-server.ts";

type ErrorName = "GridApiError" | "GridConnectionError" | "GridTimeoutError" | "GridResponseError";

/** One way for a call to fail, what the caller gets, and whether the client tries again. */
export interface Failure {
  /** As the README's table has it. */
  readonly name: string;
  /** What the server does; or how the server is not reached. */
  readonly behave: Behaviour | "closed port" | "unknown host" | "TLS to a plain port";
  readonly error: ErrorName;
  readonly mayHaveBeenProcessed: boolean;
  /** Any call; or only what is safe to repeat, GET and DELETE without a signature; or none. */
  readonly repeated: "any" | "safe" | "no";
  /** Fields that the error has besides. */
  readonly fields?: Partial<Record<"status" | "code" | "body" | "details" | "retryAfterMs", unknown>>;
  readonly message?: RegExp;
}

const documented = (status: number, code: string) => ({ status, code, message: "As documented.", details: { a: 1 } });
const unreachable = { error: "GridConnectionError", mayHaveBeenProcessed: false, repeated: "any" } as const;
const broken = { error: "GridConnectionError", mayHaveBeenProcessed: true, repeated: "safe" } as const;
const late = { error: "GridTimeoutError", mayHaveBeenProcessed: true, repeated: "safe" } as const;
const unusable = { error: "GridResponseError", mayHaveBeenProcessed: true, repeated: "no" } as const;
const refused = { error: "GridApiError", mayHaveBeenProcessed: false, repeated: "no" } as const;
const failed = { error: "GridApiError", mayHaveBeenProcessed: true, repeated: "safe" } as const;

/** Made for each server that a redirect can point to. */
export function listFailures(otherOrigin: string): Failure[] {
  const redirect = (status: number, to: string): Failure => ({
    name: `${status} to ${to === "/elsewhere" ? "the same" : "another"} origin`,
    behave: respond(status, "", { Location: to }),
    ...unusable,
    fields: { status },
    message: /a redirect, which is not followed$/,
  });
  return [
    { name: "connection refused", behave: "closed port", ...unreachable, message: /no response ECONNREFUSED$/ },
    {
      name: "name not resolved",
      behave: "unknown host",
      ...unreachable,
      message: /no response (ENOTFOUND|EAI_AGAIN)$/,
    },
    {
      name: "TLS to a plain port",
      behave: "TLS to a plain port",
      ...unreachable,
      message: /no response ERR_SSL_WRONG/,
    },
    {
      name: "connection reset before the headers",
      behave: reset,
      ...broken,
      message: /no response (ECONNRESET|UND_ERR_SOCKET)$/,
    },
    { name: "connection reset in the body", behave: beginResponse(reset), ...broken },
    { name: "fewer bytes than Content-Length says", behave: beginResponse((socket) => socket.end()), ...broken },
    { name: "silence", behave: stayStill, ...late, message: /no response within \d+ ms$/ },
    { name: "headers, then silence", behave: beginResponse(stayStill), ...late },
    { name: "a body that trickles", behave: beginResponse(trickle), ...late },
    {
      name: "more bytes than Content-Length says",
      behave: respond(200, '{"id":"a"}', { "Content-Length": "5" }),
      ...unusable,
    },
    {
      name: "200 with HTML",
      behave: respond(200, "<p>Hi</p>", { "Content-Type": "text/html" }),
      ...unusable,
      message: /200 with a body that is not JSON$/,
    },
    {
      name: "200 with truncated JSON",
      behave: respond(200, '{"id":"a'),
      ...unusable,
      message: /200 with a body that is not JSON$/,
    },
    { name: "200 with an empty body", behave: respond(200), ...unusable, message: /200 with no body$/ },
    {
      name: "204 where 200 is documented",
      behave: respond(204, "", { "Content-Length": undefined }),
      ...unusable,
      fields: { status: 204 },
      message: /204 with an undocumented status: the specification of \d{4}-\d\d-\d\d documents 200$/,
    },
    {
      name: "200 that says PROCESSING",
      behave: respondJson(200, { status: "PROCESSING" }),
      ...unusable,
      message: /200 with PROCESSING: send the identical signed request again/,
    },
    { name: "an undocumented 2xx", behave: respondJson(226, { id: "a" }), ...unusable, fields: { status: 226 } },
    ...[301, 302, 307, 308].flatMap((status) => [
      redirect(status, "/elsewhere"),
      redirect(status, `${otherOrigin}/elsewhere`),
    ]),
    {
      name: "400 with the documented body",
      behave: respondJson(400, documented(400, "INVALID_INPUT")),
      ...refused,
      fields: { status: 400, code: "INVALID_INPUT", details: { a: 1 } },
      message: /: 400 INVALID_INPUT: As documented\.$/,
    },
    {
      name: "404 with HTML",
      behave: respond(404, "<p>No</p>"),
      ...refused,
      fields: { status: 404, code: undefined, body: "<p>No</p>" },
      message: /: 404$/,
    },
    { name: "401 with an empty body", behave: respond(401), ...refused, fields: { status: 401, body: undefined } },
    {
      name: "400 with JSON that is not an object",
      behave: respondJson(400, ["no"]),
      ...refused,
      fields: { status: 400, code: undefined, body: ["no"] },
    },
    { name: "408", behave: respondJson(408, null), ...failed, fields: { status: 408, body: null } },
    {
      name: "429",
      behave: respondJson(429, documented(429, "RATE_LIMITED"), { "Retry-After": "0" }),
      ...refused,
      repeated: "any",
      fields: { status: 429, code: "RATE_LIMITED", retryAfterMs: 0 },
    },
    {
      name: "500 with the documented body",
      behave: respondJson(500, documented(500, "INTERNAL_ERROR")),
      ...failed,
      fields: { status: 500, code: "INTERNAL_ERROR" },
    },
    { name: "501", behave: respondJson(501, null), ...failed, repeated: "no", fields: { status: 501 } },
    {
      name: "502 with HTML",
      behave: respond(502, "<p>Bad gateway</p>"),
      ...failed,
      fields: { status: 502, body: "<p>Bad gateway</p>" },
    },
    {
      name: "503 with Retry-After",
      behave: respond(503, "", { "Retry-After": "0" }),
      ...refused,
      repeated: "any",
      fields: { status: 503, retryAfterMs: 0 },
    },
    {
      name: "503 without Retry-After",
      behave: respond(503),
      ...failed,
      fields: { status: 503, retryAfterMs: undefined },
    },
    { name: "504 with an empty body", behave: respond(504), ...failed, fields: { status: 504, body: undefined } },
    {
      name: "500 with a page of 10 MB",
      behave: respond(500, "x".repeat(10_000_000)),
      ...failed,
      fields: { status: 500, body: `${"x".repeat(10_000)}… (cut off)` },
    },
  ];
}
