import { operationTable } from "@grid-sdk/core";
import { startGridMock } from "@grid-sdk/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createGridClient, type GridClient } from "../src/index.ts";
import { accountId, authorization, credentialId, credentials, requestId, sessionId } from "./support/example-ids.ts";
import { type RecordingProxy, startRecordingProxy } from "./support/recording-proxy.ts";

const credentialPath = `/auth/credentials/${encodeURIComponent(credentialId)}`;
const sessionPath = `/auth/sessions/${encodeURIComponent(sessionId)}`;
const query = `?accountId=${encodeURIComponent(accountId)}`;
const signed = { "Grid-Wallet-Signature": "signature", "Request-Id": requestId };

interface Case {
  readonly operationId: keyof typeof operationTable;
  readonly prefer?: string;
  readonly call: (grid: GridClient) => Promise<{ status: number; data: unknown }>;
  readonly wire: { method: string; target: string; headers?: object; body?: unknown };
  readonly answer: { status: number; data: unknown };
}

const prefer = (value: string) => ({ Prefer: value });
const createBody = { type: "EMAIL_OTP", accountId } as const;
const verifyBody = { type: "EMAIL_OTP", otp: "481920", clientPublicKey: "04ab" } as const;

const cases: Case[] = [
  {
    operationId: "challengeAuthCredential",
    call: (grid) => grid.challengeAuthCredential({ path: { id: credentialId } }),
    wire: { method: "POST", target: `${credentialPath}/challenge` },
    answer: { status: 200, data: { type: "EMAIL_OTP" } },
  },
  {
    operationId: "createAuthCredential",
    call: (grid) => grid.createAuthCredential({ body: createBody }),
    wire: { method: "POST", target: "/auth/credentials", body: createBody },
    answer: { status: 201, data: { id: credentialId } },
  },
  {
    operationId: "createAuthCredential",
    call: (grid) => grid.createAuthCredential({ body: createBody, header: signed, headers: prefer("code=202") }),
    wire: {
      method: "POST",
      target: "/auth/credentials",
      headers: { "grid-wallet-signature": "signature", "request-id": requestId },
      body: createBody,
    },
    answer: { status: 202, data: { requestId, type: "EMAIL_OTP" } },
  },
  {
    operationId: "verifyAuthCredential",
    call: (grid) =>
      grid.verifyAuthCredential({ path: { id: credentialId }, header: { "Request-Id": requestId }, body: verifyBody }),
    wire: {
      method: "POST",
      target: `${credentialPath}/verify`,
      headers: { "request-id": requestId },
      body: verifyBody,
    },
    answer: { status: 200, data: { id: sessionId, expiresAt: "2026-04-09T15:30:01Z" } },
  },
  {
    operationId: "listAuthCredentials",
    call: (grid) => grid.listAuthCredentials({ query: { accountId } }),
    wire: { method: "GET", target: `/auth/credentials${query}` },
    answer: {
      status: 200,
      data: { data: expect.arrayContaining([expect.objectContaining({ type: "EMAIL_OTP" })]) as unknown },
    },
  },
  {
    operationId: "revokeAuthCredential",
    call: (grid) => grid.revokeAuthCredential({ path: { id: credentialId } }),
    wire: { method: "DELETE", target: credentialPath },
    answer: { status: 202, data: { requestId } },
  },
  {
    operationId: "revokeAuthCredential",
    call: (grid) =>
      grid.revokeAuthCredential({ path: { id: credentialId }, header: signed, headers: prefer("code=204") }),
    wire: { method: "DELETE", target: credentialPath, headers: { "grid-wallet-signature": "signature" } },
    answer: { status: 204, data: undefined },
  },
  {
    operationId: "listAuthSessions",
    call: (grid) => grid.listAuthSessions({ query: { accountId } }),
    wire: { method: "GET", target: `/auth/sessions${query}` },
    answer: { status: 200, data: { data: [{ id: sessionId }, { type: "PASSKEY" }] } },
  },
  {
    operationId: "revokeAuthSession",
    call: (grid) => grid.revokeAuthSession({ path: { id: sessionId } }),
    wire: { method: "DELETE", target: sessionPath },
    answer: { status: 202, data: { requestId } },
  },
  {
    operationId: "revokeAuthSession",
    call: (grid) => grid.revokeAuthSession({ path: { id: sessionId }, header: signed, headers: prefer("code=204") }),
    wire: { method: "DELETE", target: sessionPath, headers: { "request-id": requestId } },
    answer: { status: 204, data: undefined },
  },
];

describe("every operation against @grid-sdk/mock", () => {
  const stack = new AsyncDisposableStack();
  let proxy: RecordingProxy;
  let grid: GridClient;

  beforeAll(async () => {
    const mock = stack.use(await startGridMock({ clock: "example" }));
    proxy = stack.use(await startRecordingProxy(mock.url));
    grid = createGridClient({ ...credentials, baseUrl: proxy.url });
  });
  afterAll(() => stack.disposeAsync());

  test.each(cases)("$operationId answers $answer.status", async ({ call, wire, answer }) => {
    proxy.requests.length = 0;
    const { status, data } = await call(grid);
    expect({ status, data }).toMatchObject(answer);

    expect(proxy.requests).toHaveLength(1);
    const [request] = proxy.requests;
    expect(request).toMatchObject({
      method: wire.method,
      target: wire.target,
      headers: { authorization, ...wire.headers },
    });
    expect(request?.headers["content-type"]).toBe(wire.body ? "application/json" : undefined);
    expect(request?.body).toBe(wire.body ? JSON.stringify(wire.body) : "");
  });

  test("has a method for each operation of the table; what each answers, the contract suite holds", () => {
    const methods = Object.keys(grid).filter((name) => name !== "http");
    expect(methods.toSorted()).toEqual(Object.keys(operationTable).toSorted());
    for (const { operationId } of cases) expect(methods).toContain(operationId);
  });

  test("answers the same call through grid.http with data and response", async () => {
    const { data, error, response } = await grid.http.POST("/auth/credentials/{id}/challenge", {
      params: { path: { id: credentialId } },
    });
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
    expect(data?.type).toBe("EMAIL_OTP");
    expect(proxy.requests.at(-1)?.headers).toMatchObject({ authorization });
  });
});
