import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ProxyAgent, fetch as undiciFetch } from "undici";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { createProxiedClient } from "../examples/proxy.ts";
import { createGridClient } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { startConnectProxy } from "./support/connect-proxy.ts";
import { accountId, authorization, credentials } from "./support/example-ids.ts";
import { respondJson, serveScript } from "./support/scripted-server.ts";

const stack = new AsyncDisposableStack();
const server = await serveScript();

afterAll(() => stack.disposeAsync());
afterEach(() => vi.unstubAllGlobals());

const body = { type: "EMAIL_OTP", accountId } as const;
const created = { id: "AuthMethod:1", type: "EMAIL_OTP" };

describe("a fetch of another implementation", () => {
  test("sends the same request, body and all", async () => {
    const requests: unknown[] = [];
    const implementations = [undefined, undiciFetch, (input: Request) => fetch(input)];
    for (const implementation of implementations) {
      server.script(respondJson(201, created));
      const headers = { accept: "*/*", "accept-language": "*", "sec-fetch-mode": "cors", "accept-encoding": "gzip" };
      const grid = createGridClient({ ...credentials, baseUrl: server.url, fetch: implementation, headers });
      expect((await grid.createAuthCredential({ body })).data).toEqual(created);
      requests.push(server.requests[0]);
    }
    expect(requests[0]).toMatchObject({ body: JSON.stringify(body), headers: { authorization } });
    expect(requests).toEqual(requests.map(() => requests[0]));
  });

  test("is aborted with the call", async () => {
    for (const implementation of [undiciFetch, (input: Request) => fetch(input)]) {
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      const controller = new AbortController();
      server.script((socket) => {
        socket.once("close", () => resolve());
        controller.abort(new Error("enough"));
      });
      const grid = createGridClient({ ...credentials, baseUrl: server.url, fetch: implementation });
      const call = grid.challengeAuthCredential({ path: { id: "a" }, signal: controller.signal });
      expect(await catchError(call)).toMatchObject({ message: "enough" });
      await closed;
    }
  });

  test("is required if the platform has none, before any call", () => {
    vi.stubGlobal("fetch", undefined);
    expect(() => createGridClient(credentials)).toThrow(
      /this platform has no fetch: pass createGridClient\(\{ fetch \}\)/,
    );
    expect(() => createGridClient({ ...credentials, fetch: undiciFetch })).not.toThrow();
  });
});

describe("a proxy", () => {
  test("given as openapi-fetch documents it is used for the call", async () => {
    const proxy = stack.use(await startConnectProxy());
    vi.stubEnv("GRID_CLIENT_ID", credentials.clientId);
    vi.stubEnv("GRID_CLIENT_SECRET", credentials.clientSecret);
    vi.stubEnv("GRID_BASE_URL", server.url);
    server.script(respondJson(201, created));
    const grid = createProxiedClient(proxy.url);
    vi.unstubAllEnvs();
    expect((await grid.createAuthCredential({ body })).data).toEqual(created);
    expect(proxy.tunnels).toEqual([`127.0.0.1:${server.port}`]);
  });

  test("of the environment is not used for hosts in NO_PROXY", async () => {
    const proxy = stack.use(await startConnectProxy());
    server.script(respondJson(200, { data: [] }));
    const code = `
      import { createGridClient } from "@grid-sdk/client";
      const grid = createGridClient({ clientId: "a", clientSecret: "b", baseUrl: "${server.url}" });
      console.log((await grid.listAuthSessions({ query: { accountId: "a" } })).status);
    `;
    const env = { ...process.env, NODE_USE_ENV_PROXY: "1", HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url };
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], {
      cwd: import.meta.dirname,
      env: { ...env, NO_PROXY: "localhost,127.0.0.1" },
    });
    await expect(run).resolves.toMatchObject({ stdout: "200\n" });
    expect(server.requests).toHaveLength(1);
    expect(proxy.tunnels).toEqual([]);
  });

  test.each([403, 407, 502])(
    "that refuses the tunnel with %i is named in the error, and nothing was sent",
    async (status) => {
      const proxy = stack.use(await startConnectProxy(status));
      server.script(respondJson(201, created));
      const requestInitExt = { dispatcher: new ProxyAgent(proxy.url) };
      const grid = createGridClient({ ...credentials, baseUrl: server.url, requestInitExt, maxRetries: 0 });
      const error = await catchError(grid.createAuthCredential({ body }));
      expect(error).toMatchObject({ kind: "connection", mayHaveBeenProcessed: false });
      expect((error as Error).message).toContain(`Proxy response (${status})`);
      expect(server.requests).toEqual([]);
    },
  );
});
