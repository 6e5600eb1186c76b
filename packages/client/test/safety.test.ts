import { beforeEach, describe, expect, test } from "vitest";
import { createGridClient, type GridClientOptions, GridConfigError, type GridMiddleware } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { authorization, credentials } from "./support/example-ids.ts";
import { respond, respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();
const elsewhere = await serveScript();

beforeEach(() => {
  server.script(respondJson(200, { type: "EMAIL_OTP" }));
  elsewhere.script(respondJson(200, { type: "EMAIL_OTP" }));
});

const create = (options: GridClientOptions = {}) =>
  createGridClient({ ...credentials, baseUrl: `${server.url}/grid`, ...options });
const challenge = (options: GridClientOptions) => create(options).challengeAuthCredential({ path: { id: "a" } });
const rewrite = (change: (url: URL) => void): GridMiddleware => ({
  onRequest({ request }) {
    const url = new URL(request.url);
    change(url);
    return new Request(url, request);
  },
});

describe("middleware that would send a request elsewhere is refused, and nothing is sent", () => {
  test.each([
    ["another port", rewrite((url) => (url.port = String(elsewhere.port)))],
    ["another host", rewrite((url) => (url.hostname = "localhost"))],
    ["another scheme", rewrite((url) => (url.protocol = "https:"))],
    ["a path above the base", rewrite((url) => (url.pathname = "/auth/sessions"))],
    ["a path above the base, by dot segments", rewrite((url) => (url.pathname += "/../../../../.."))],
    ["a path above the base, by escaped dot segments", rewrite((url) => (url.pathname = "/grid/%2e%2e/auth/sessions"))],
    ["a path that only begins like the base", rewrite((url) => (url.pathname = "/grid-other/auth/sessions"))],
    ["another request altogether", { onRequest: () => new Request(`${elsewhere.url}/grid/auth`, { method: "POST" }) }],
  ])("%s", async (_, middleware) => {
    const error = await catchError(challenge({ middleware: [middleware] }));
    expect(error).toBeInstanceOf(GridConfigError);
    expect(error).toMatchObject({ kind: "config", operationId: "challengeAuthCredential", attempts: 0 });
    expect((error as Error).message).toContain("would leave the client's baseUrl");
    expect([...server.requests, ...elsewhere.requests]).toEqual([]);
  });

  test("refuses a baseUrl for one call", async () => {
    const params = { query: { accountId: "a" } };
    const call = create().http.GET("/auth/sessions", { params, baseUrl: `${elsewhere.url}/grid` });
    expect(await catchError(call)).toBeInstanceOf(GridConfigError);
    expect([...server.requests, ...elsewhere.requests]).toEqual([]);
  });

  test("middleware may choose another path below the base", async () => {
    await challenge({ middleware: [rewrite((url) => (url.pathname = "/grid/v2/auth"))] });
    expect(server.requests[0]).toMatchObject({ target: "/grid/v2/auth", headers: { authorization } });
  });
});

describe("the credentials are the client's own", () => {
  test.each<[string, GridClientOptions]>([
    ["headers that bring others", { headers: { Authorization: "Bearer other" } }],
    [
      "middleware that replaces them",
      { middleware: [{ onRequest: ({ request }) => request.headers.set("authorization", "Bearer other") }] },
    ],
    [
      "middleware that drops all headers",
      { middleware: [{ onRequest: ({ request }) => new Request(request.url, { method: "POST" }) }] },
    ],
  ])("whatever %s", async (_, options) => {
    await challenge(options);
    expect(server.requests.map(({ headers }) => headers["authorization"])).toEqual([authorization]);
  });

  test("and follow no redirect, even if the request allows it", async () => {
    server.script(respond(307, "", { Location: `${elsewhere.url}/grid/auth` }));
    const follow: GridMiddleware = { onRequest: ({ request }) => new Request(request, { redirect: "follow" }) };
    for (const options of [
      { middleware: [follow] },
      { redirect: "follow" } as GridClientOptions,
      { fetch: (request: Request) => fetch(request) },
    ]) {
      expect(await catchError(challenge(options))).toMatchObject({ kind: "response", status: 307 });
    }
    expect(elsewhere.requests).toEqual([]);
  });
});

describe("a pathSerializer that leaves a value as it is", () => {
  const pathSerializer = (path: string, values: Record<string, unknown>) => path.replace("{id}", String(values["id"]));
  const calls = [
    (id: string) => create({ pathSerializer }).challengeAuthCredential({ path: { id } }),
    (id: string) =>
      create().http.POST("/auth/credentials/{id}/challenge", { params: { path: { id } }, pathSerializer }),
  ];

  test.each(["a/../../sessions/b", "a/b", "%2e%2e", "a?b=c", "a#b", "..\\..", "\t../x"])(
    "is refused for %j",
    async (id) => {
      for (const call of calls) {
        const error = await catchError(call(id));
        expect(error).toBeInstanceOf(GridConfigError);
        expect((error as Error).message).toContain("each value must stay one segment");
      }
      expect(server.requests).toEqual([]);
    },
  );

  test("may do so for a value that stays one segment", async () => {
    for (const call of calls) await call("AuthMethod:1");
    expect(server.requests.map(({ target }) => target)).toEqual(
      Array(2).fill("/grid/auth/credentials/AuthMethod:1/challenge"),
    );
  });
});

test("middleware may respond by itself, and then nothing is sent", async () => {
  const onRequest = () => Response.json({ type: "OAUTH", nickname: "cached" });
  const { data } = await challenge({ middleware: [{ onRequest }] });
  expect(data.nickname).toBe("cached");
  expect(server.requests).toEqual([]);
});

test("an error from middleware reaches the caller unchanged", async () => {
  const refusal = new Error("not today");
  const onRequest = () => Promise.reject(refusal);
  expect(await catchError(challenge({ middleware: [{ onRequest }] }))).toBe(refusal);
  expect(server.requests).toEqual([]);
});

test.each(["connection", "Content-Length", "expect", "host", "keep-alive", "te", "transfer-encoding", "upgrade"])(
  "the header %s is refused as input, and nothing is sent",
  async (name) => {
    const error = await catchError(create().challengeAuthCredential({ path: { id: "a" }, headers: { [name]: "1" } }));
    expect(error).toMatchObject({ kind: "input", mayHaveBeenProcessed: false, attempts: 0 });
    expect((error as Error).message).toContain(`the header ${name} is set by the connection: leave it out.`);
    expect(server.requests).toEqual([]);
  },
);

test("a header that only fetch refuses counts as not sent", async () => {
  const onRequest = ({ request }: { request: Request }) => request.headers.set("transfer-encoding", "chunked");
  expect(await catchError(challenge({ middleware: [{ onRequest }], maxRetries: 0 }))).toMatchObject({
    kind: "connection",
    mayHaveBeenProcessed: false,
  });
  expect(server.requests).toEqual([]);
});
