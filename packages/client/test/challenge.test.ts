import { startGridMock } from "@grid-sdk/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGridClient, type GridClient, GridApiError, isGridError } from "../src/index.ts";
import { fragment } from "./contract/contract-document.ts";
import { listCases } from "./contract/list-cases.ts";
import { catchError } from "./support/catch-error.ts";
import { authorization, credentialId, credentials } from "./support/example-ids.ts";
import { type RecordingProxy, startRecordingProxy } from "./support/recording-proxy.ts";
import { startStockPrism } from "./support/stock-prism.ts";

const documented = listCases(fragment).filter(({ operationId }) => operationId === "challengeAuthCredential");
const successes = documented.filter(({ status }) => status === 200);
const failures = documented.filter(({ status }) => status >= 400);

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

  test.each(successes)("narrows $example to the fields of its type", async ({ example, answer }) => {
    const { status, data, headers } = await challenge(`example=${example}`);
    expect({ status, data }).toEqual({ status: 200, data: answer });
    expect(headers.get("content-type")).toBe("application/json");
    const ofPasskey = data.type === "PASSKEY" ? [data.challenge, data.requestId, data.expiresAt] : [];
    expect(ofPasskey.map((value) => typeof value)).toEqual(ofPasskey.map(() => "string"));
    expect("challenge" in data).toBe(data.type === "PASSKEY");
  });

  test.each(failures)("throws a GridApiError for $status $example", async ({ status, example, answer }) => {
    const { code } = answer as { code: string };
    const retryAfterMs = status === 429 ? expect.any(Number) : undefined;
    const error = await catchError(challenge(`code=${status}, example=${example}`));
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
    await challenge("code=200");
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
