import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { type OwnMock, startOwnMock } from "./support/start-own-mock.ts";
import type { RecordedRequest } from "../src/index.ts";
import { authorization, sendRequest } from "./support/send-request.ts";

const onRequest = vi.fn<(request: RecordedRequest) => void>();
const body = { type: "EMAIL_OTP", accountId: "InternalAccount:1" };

let mock: OwnMock;
beforeAll(async () => {
  mock = await startOwnMock({ onRequest });
  return () => mock.close();
});
afterEach(() => {
  mock.reset();
  onRequest.mockReset();
});

test("records what was received, in order", async () => {
  await sendRequest(mock, "GET /auth/sessions?accountId=Internal%20Account");
  await sendRequest(mock, "POST /grid/2025-10-13/auth/credentials", { body, headers: { "Request-Id": "r-1" } });
  expect(mock.requests).toMatchObject([
    {
      operationId: "listAuthSessions",
      method: "GET",
      path: "/auth/sessions",
      query: { accountId: "Internal Account" },
    },
    { operationId: "createAuthCredential", method: "POST", path: "/grid/2025-10-13/auth/credentials", query: {}, body },
  ]);
  expect(mock.requests).toMatchObject([
    { body: undefined, status: 200, violations: [] },
    { headers: { "request-id": "r-1", "content-type": "application/json" }, status: 201, violations: [] },
  ]);
});

test("records refused requests with the reasons", async () => {
  await sendRequest(mock, "GET /auth/sessions");
  await sendRequest(mock, "GET /auth/session");
  expect(mock.requests).toMatchObject([
    {
      operationId: "listAuthSessions",
      status: 400,
      violations: [{ where: "query/accountId", message: "is required" }],
    },
    { operationId: undefined, status: 404, violations: [{ where: "path", message: "is not documented" }] },
  ]);
});

test.each([
  ["Basic", authorization, "Basic token-id:***"],
  ["Basic with colons", `basic ${btoa("id:a:b:secret")}`, "Basic id:***"],
  ["Basic without a user", `Basic ${btoa("secret")}`, "Basic ***"],
  ["Bearer", "Bearer token-secret", "Bearer ***"],
  ["no scheme", "token-secret", "***"],
])("masks the secret of %s", async (_, header, masked) => {
  await sendRequest(mock, "GET /auth/sessions?accountId=a", { headers: { authorization: header } });
  expect(mock.requests[0]?.headers["authorization"]).toBe(masked);
  expect(JSON.stringify(mock.requests)).not.toContain("secret");
});

test("calls onRequest once for each request", async () => {
  await sendRequest(mock, "GET /auth/sessions?accountId=a");
  await sendRequest(mock, "POST /auth/nothing");
  expect(onRequest.mock.calls.flat()).toEqual(mock.requests);
  expect(mock.requests).toHaveLength(2);
});

test("responds 500 with the reason if onRequest throws", async () => {
  onRequest.mockImplementation(() => {
    throw new Error("not expected");
  });
  const response = await fetch(`${mock.url}/auth/sessions?accountId=a`, { headers: { authorization } });
  expect(response.status).toBe(500);
  expect(await response.text()).toBe("Error: not expected");
});

test("responds 500 with the reason if onRequest rejects", async () => {
  onRequest.mockImplementation(() => Promise.reject(new Error("not expected")));
  const response = await fetch(`${mock.url}/auth/sessions?accountId=a`, { headers: { authorization } });
  expect([response.status, await response.text()]).toEqual([500, "Error: not expected"]);
});

test("lets a page of another origin call it", async () => {
  const preflight = await fetch(`${mock.url}/auth/sessions?accountId=a`, {
    method: "OPTIONS",
    headers: {
      origin: "https://app.example",
      "access-control-request-method": "DELETE",
      "access-control-request-headers": "authorization,request-id",
    },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "DELETE",
    "access-control-allow-headers": "authorization,request-id",
  });
  const { headers } = await sendRequest(mock, "GET /auth/sessions?accountId=a");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("access-control-expose-headers")).toBe("*");
  expect(mock.requests).toHaveLength(1);
});
