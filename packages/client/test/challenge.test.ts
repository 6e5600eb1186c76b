import { startGridMock } from "@grid-sdk/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGridClient, type GridClient, GridApiError, isGridError } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { authorization, credentialId, credentials } from "./support/example-ids.ts";
import { type RecordingProxy, startRecordingProxy } from "./support/recording-proxy.ts";
import { startStockPrism } from "./support/stock-prism.ts";

const failures = [
  { status: 400, code: "INVALID_INPUT" },
  { status: 401, code: "UNAUTHORIZED" },
  { status: 404, code: "REFERENCE_NOT_FOUND" },
  { status: 429, code: "RATE_LIMITED", retryAfterMs: 30_000 },
  { status: 500, code: "INTERNAL_ERROR" },
];

const servers = [
  { name: "@grid-sdk/mock", start: () => startGridMock({ clock: "example" }) },
  { name: "prism mock --errors", start: startStockPrism },
];

describe.each(servers)("challengeAuthCredential against $name", ({ start }) => {
  const stack = new AsyncDisposableStack();
  let proxy: RecordingProxy;
  let grid: GridClient;

  const challenge = (prefer: string) =>
    grid.challengeAuthCredential({ path: { id: credentialId }, headers: { Prefer: prefer } });

  beforeAll(async () => {
    const server = stack.use(await start());
    proxy = stack.use(await startRecordingProxy(server.url));
    grid = createGridClient({ ...credentials, baseUrl: proxy.url, maxRetries: 0 });
  });
  afterAll(() => stack.disposeAsync());
  beforeEach(() => {
    proxy.requests.length = 0;
  });

  test.each(["emailOtp", "oauth"])("answers %s with the plain credential", async (example) => {
    const { status, data, headers } = await challenge(`example=${example}`);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json");
    expect(data.type).toBe(example === "oauth" ? "OAUTH" : "EMAIL_OTP");
    expect(data).toMatchObject({ id: credentialId, nickname: "example@lightspark.com" });
    expect(data).not.toHaveProperty("challenge");
  });

  test("answers passkey with a fresh challenge", async () => {
    const { data } = await challenge("example=passkey");
    if (data.type !== "PASSKEY") throw new Error(`expected PASSKEY, got ${data.type}`);
    expect(data.challenge).toBe("VjZ6o8KfE9V3q3LkR2nH5eZ6dM8yA1xW");
    expect(data.requestId).toBe("7c4a8d09-ca37-4e3e-9e0d-8c2b3e9a1f21");
    expect(data.expiresAt).toBe("2026-04-08T15:40:00Z");
  });

  test.each(failures)("throws a GridApiError for $status $code", async ({ status, code, retryAfterMs }) => {
    const error = await catchError(challenge(`code=${status}`));
    expect(error).toBeInstanceOf(GridApiError);
    expect(isGridError(error, code)).toBe(true);
    expect(error).toMatchObject({
      name: "GridApiError",
      operationId: "challengeAuthCredential",
      method: "POST",
      path: "/auth/credentials/{id}/challenge",
      attempts: 1,
      status,
      code,
      retryAfterMs,
      body: { status, code },
    });
    const { message } = error as GridApiError;
    expect(message.startsWith(`POST /auth/credentials/{id}/challenge: ${status} ${code}: `)).toBe(true);
  });

  test("sends one POST with Basic credentials and no body", async () => {
    await challenge("example=emailOtp");
    expect(proxy.requests).toHaveLength(1);
    expect(proxy.requests[0]).toMatchObject({
      method: "POST",
      target: "/auth/credentials/AuthMethod%3A019542f5-b3e7-1d02-0000-000000000001/challenge",
      headers: { authorization },
      body: "",
    });
    expect(proxy.requests[0]?.headers).not.toHaveProperty("content-type");
  });
});
