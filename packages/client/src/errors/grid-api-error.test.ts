import { expect, test } from "vitest";
import { GridApiError } from "./grid-api-error.ts";
import { GridConfigError } from "./grid-config-error.ts";
import { GridError } from "./grid-error.ts";
import { isGridError } from "./is-grid-error.ts";

const context = { operationId: "listAuthSessions", method: "GET", path: "/auth/sessions", attempts: 1 };
const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

test("has the status, the code and the message of the response", () => {
  const body = { status: 404, code: "REFERENCE_NOT_FOUND", message: "No such account.", details: { id: "a" } };
  const error = new GridApiError(answer(404, { "x-request-id": "r-1" }), body, context);
  expect(error.message).toBe("GET /auth/sessions: 404 REFERENCE_NOT_FOUND: No such account.");
  expect(error).toMatchObject({
    ...context,
    status: 404,
    code: body.code,
    details: { id: "a" },
    requestId: "r-1",
    body,
  });
  expect(error).toBeInstanceOf(GridError);
  expect(error).toBeInstanceOf(Error);
});

test.each([undefined, "<html>", null, 7])("accepts the undocumented body %j", (body) => {
  const error = new GridApiError(answer(502), body, context);
  expect(error.message).toBe("GET /auth/sessions: 502");
  expect(error).toMatchObject({ status: 502, code: undefined, details: undefined, body });
});

test("reads Retry-After in seconds and as a date", () => {
  const seconds = new GridApiError(answer(429, { "retry-after": "30" }), undefined, context);
  expect(seconds.retryAfterMs).toBe(30_000);
  const past = new GridApiError(answer(429, { "retry-after": "Wed, 08 Apr 2026 15:30:01 GMT" }), undefined, context);
  expect(past.retryAfterMs).toBe(0);
  const nonsense = new GridApiError(answer(429, { "retry-after": "soon" }), undefined, context);
  expect(nonsense.retryAfterMs).toBeUndefined();
});

test("is recognised by brand, with and without a code", () => {
  const error = new GridApiError(answer(429), { code: "RATE_LIMITED" }, context);
  expect(isGridError(error)).toBe(true);
  expect(isGridError(error, "RATE_LIMITED")).toBe(true);
  expect(isGridError(error, "UNAUTHORIZED")).toBe(false);
  expect(isGridError(new GridConfigError("x"))).toBe(true);
  expect(isGridError(new GridConfigError("x"), "RATE_LIMITED")).toBe(false);
  for (const other of [new Error("x"), null, undefined, "GridError", { name: "GridError" }]) {
    expect(isGridError(other)).toBe(false);
  }
});
