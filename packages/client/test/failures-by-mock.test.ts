import { type GridMock, type Reply, startGridMock } from "@grid-sdk/mock";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { createGridClient, type GridClientOptions, signedRetry } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { credentialId, sessionId } from "./support/example-ids.ts";
import { listFailures } from "./support/failures.ts";

const ELSEWHERE = "http://127.0.0.1:9";
const HTML = { "content-type": "text/html" };
const JSON_TYPE = { "content-type": "application/json" };
const raw = (status: number, body = "", headers: Record<string, string> = {}) => ({ raw: { status, body, headers } });
const rawJson = (status: number, body: unknown, headers = {}) =>
  raw(status, JSON.stringify(body), { ...JSON_TYPE, ...headers });
const body = (status: number, code: string) => ({ status, code, message: "As documented.", details: { a: 1 } });

/** How the mock makes each failure; a string if the client's address makes it. */
const replies: Record<string, Reply<"challengeAuthCredential"> | "https" | "not the mock's"> = {
  "connection refused": { networkError: "refused" },
  "name not resolved": "not the mock's",
  "TLS to a plain port": "https",
  "connection reset before the headers": { networkError: "reset" },
  "connection reset in the body": { networkError: "reset-in-body" },
  "fewer bytes than Content-Length says": { networkError: "truncated" },
  silence: { networkError: "silence" },
  "headers, then silence": { networkError: "silence-in-body" },
  "a body that trickles": { networkError: "trickle" },
  "more bytes than Content-Length says": raw(200, '{"id":"a"}', { ...JSON_TYPE, "content-length": "5" }),
  "200 with HTML": raw(200, "<p>Hi</p>", HTML),
  "200 with truncated JSON": raw(200, '{"id":"a', JSON_TYPE),
  "200 with an empty body": raw(200, "", { "content-length": "0" }),
  "204 where 200 is documented": raw(204),
  "200 that says PROCESSING": rawJson(200, { status: "PROCESSING" }),
  "an undocumented 2xx": rawJson(226, { id: "a" }),
  ...Object.fromEntries(
    [301, 302, 307, 308].flatMap((status) => [
      [`${status} to the same origin`, raw(status, "", { location: "/elsewhere" })],
      [`${status} to another origin`, raw(status, "", { location: `${ELSEWHERE}/elsewhere` })],
    ]),
  ),
  "400 with the documented body": { status: 400, body: body(400, "INVALID_INPUT") as never },
  "404 with HTML": raw(404, "<p>No</p>", HTML),
  "401 with an empty body": raw(401),
  "400 with JSON that is not an object": rawJson(400, ["no"]),
  "408": rawJson(408, null),
  "429": { status: 429, body: body(429, "RATE_LIMITED") as never, headers: { "Retry-After": 0 } },
  "500 with the documented body": { status: 500, body: body(500, "INTERNAL_ERROR") as never },
  "501": rawJson(501, null),
  "502 with HTML": raw(502, "<p>Bad gateway</p>", HTML),
  "503 with Retry-After": raw(503, "", { "retry-after": "0" }),
  "503 without Retry-After": raw(503),
  "504 with an empty body": raw(504),
  "500 with a page of 10 MB": raw(500, "x".repeat(10_000_000), HTML),
};

let mock: GridMock;
beforeAll(async () => {
  mock = await startGridMock();
  return () => mock.close();
});
afterEach(() => mock.reset());

const failures = listFailures(ELSEWHERE);
const challenge = { path: { id: credentialId } };

test("the mock can produce every failure of the table except a name that does not resolve", () => {
  expect(Object.keys(replies).toSorted()).toEqual(failures.map(({ name }) => name).toSorted());
  expect(Object.entries(replies).filter(([, reply]) => reply === "not the mock's")).toHaveLength(1);
});

describe.each(failures.filter(({ name }) => replies[name] !== "not the mock's"))("$name, by the mock", (failure) => {
  const { name, error: kind, mayHaveBeenProcessed, fields, message } = failure;
  const reply = replies[name] as Reply<"challengeAuthCredential"> | "https";

  test("happens to the code under test, on the first request", async () => {
    const options: GridClientOptions = {
      ...mock.clientOptions,
      ...(kind === "GridTimeoutError" && { timeoutMs: 300 }),
    };
    if (reply !== "https") mock.reply("challengeAuthCredential", reply);
    const grid = createGridClient(
      reply === "https" ? { ...options, baseUrl: mock.url.replace("http:", "https:") } : options,
    );
    const error = (await catchError(grid.challengeAuthCredential(challenge))) as Error;
    expect(error).toMatchObject({ name: kind, mayHaveBeenProcessed, attempts: 1, ...fields });
    expect(error.message).toMatch(message ?? /./);
  });
});

test("signedRetry signs what the mock asks to be signed, in time", async () => {
  const grid = createGridClient(mock.clientOptions);
  mock.reply("revokeAuthSession", [{ status: 202 }, { status: 204 }]);
  const signed: string[] = [];
  const result = await signedRetry(
    (input) => grid.revokeAuthSession({ path: { id: sessionId }, ...input }),
    (payload) => {
      signed.push(payload);
      return "signature";
    },
  );
  expect(result.status).toBe(204);
  const [payload = "{}"] = signed;
  expect(Date.parse(JSON.parse(payload).expiresAt)).toBeGreaterThan(Date.now());
});

test("signedRetry gets the success that follows without a reply", async () => {
  const grid = createGridClient(mock.clientOptions);
  const call = (input: object) => grid.revokeAuthSession({ path: { id: sessionId }, ...input });
  expect((await signedRetry(call, () => "signature")).status).toBe(204);
  expect(mock.requests.map(({ status }) => status)).toEqual([202, 204]);
});
