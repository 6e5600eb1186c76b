import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { createGridClient, createGridFetch, GridConfigError, GridInputError } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { credentials } from "./support/example-ids.ts";
import { respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();
const grid = createGridClient({ ...credentials, baseUrl: `${server.url}/grid/` });
beforeEach(() => server.script(respondJson(200, { type: "EMAIL_OTP" })));

const callers: [string, (id: unknown) => Promise<unknown>][] = [
  ["a method", (id) => grid.challengeAuthCredential({ path: { id } as { id: string } })],
  [
    "grid.http",
    (id) => grid.http.POST("/auth/credentials/{id}/challenge", { params: { path: { id } as { id: string } } }),
  ],
];

describe.each(callers)("a path parameter given to %s", (_, call) => {
  test("reaches the server as one segment that decodes to the same value, for any text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "binary", minLength: 1 }),
          fc.string({ unit: fc.constantFrom(..."./\\%?#;:@&=+$, {}\u0000\r\n\t~'\"<>e2ü😀"), minLength: 1 }),
        ),
        async (id) => {
          fc.pre(id !== "." && id !== "..");
          server.requests.length = 0;
          await call(id);
          expect(server.requests).toHaveLength(1);
          const [, ...segments] = server.requests[0]?.target.split("/") ?? [];
          expect(segments.map(decodeURIComponent)).toEqual(["grid", "auth", "credentials", id, "challenge"]);
        },
      ),
      { numRuns: 300 },
    );
  });

  const strange: [unknown][] = [[new String("a")], [7], [-1.5], [true], [12n], [["a"]], [{ a: "b" }], [() => "a"]];
  test.each([...strange, [undefined], [null], [""], ["."], [".."], [{}], [[]], [["a", ".."]], ["\ud800"], ["a\udc00"]])(
    "is refused: %s",
    async (id) => {
      const error = await catchError(call(id));
      expect(error).toBeInstanceOf(GridInputError);
      expect(error).toMatchObject({ method: "POST", path: "/auth/credentials/{id}/challenge", attempts: 0 });
      expect((error as Error).message).toContain("the path parameter id");
      expect(server.requests).toHaveLength(0);
    },
  );
});

describe("a path parameter that the specification does not know", () => {
  const get = (id: unknown) => grid.http.request("get", "/other/{id}" as never, { params: { path: { id } } } as never);

  test.each([
    [7, "7"],
    [-1.5, "-1.5"],
    [true, "true"],
    [12n, "12"],
    [["a", "b"], "a,b"],
    [{ k: "a/b" }, "k,a%2Fb"],
  ])("is written as openapi-fetch writes it: %s", async (id, written) => {
    await get(id);
    expect(server.requests[0]?.target).toBe(`/grid/other/${written}`);
  });

  test.each(["a/../../b", "a?b", "a#b", "ä", "\ud800", ""])(
    "is refused as an object with the name %j",
    async (name) => {
      expect(await catchError(get({ [name]: "1" }))).toBeInstanceOf(GridInputError);
      expect(server.requests).toEqual([]);
    },
  );
});

test.each(["\ud800", "a\udc00b"])(
  "a parameter with a lone surrogate is refused as not well-formed: %j",
  async (text) => {
    const refuse = (name: string) => ({
      kind: "input",
      message: expect.stringContaining(`${name} must be well-formed Unicode.`),
    });
    const path = { id: text };
    const query = { accountId: text };
    for (const call of [
      grid.challengeAuthCredential({ path }),
      grid.http.POST("/auth/credentials/{id}/challenge", { params: { path } }),
    ]) {
      expect(await catchError(call)).toMatchObject(refuse("the path parameter id of challengeAuthCredential"));
    }
    for (const call of [grid.listAuthSessions({ query }), grid.http.GET("/auth/sessions", { params: { query } })]) {
      expect(await catchError(call)).toMatchObject(refuse("the query parameter accountId of listAuthSessions"));
    }
    expect(server.requests).toEqual([]);
  },
);

describe("a query parameter that the specification types as a string", () => {
  const INJECTION = { "]&accountId=InternalAccount:OTHER&x[": "1" };
  const lists: [string, (accountId: unknown) => Promise<unknown>][] = [
    ["a method", (accountId) => grid.listAuthSessions({ query: { accountId } as never })],
    ["grid.http", (accountId) => grid.http.GET("/auth/sessions", { params: { query: { accountId } as never } })],
  ];

  describe.each(lists)("given to %s", (_, call) => {
    test.each([[INJECTION], [["a", "b"]], [[]], [7], [true], [new String("a")]])(
      "is refused: %j",
      async (accountId) => {
        expect(await catchError(call(accountId))).toMatchObject({
          kind: "input",
          message: expect.stringContaining("the query parameter accountId of listAuthSessions must be a string"),
        });
        expect(server.requests).toEqual([]);
      },
    );
  });

  test("adds no parameter if its name is another one: names are encoded like values", async () => {
    const query = { accountId: "a", "x&accountId": "b", filter: INJECTION, "y=z#": ["1"] } as { accountId: string };
    const name = encodeURIComponent("]&accountId=InternalAccount:OTHER&x[");
    const target = `/grid/auth/sessions?accountId=a&x%26accountId=b&filter[${name}]=1&y%3Dz%23=1`;
    await grid.listAuthSessions({ query });
    await grid.http.GET("/auth/sessions", { params: { query } });
    expect(server.requests.map((request) => decodeURI(request.target))).toEqual(Array(2).fill(decodeURI(target)));
  });

  test("is refused with a lone surrogate, in its name or its value", async () => {
    for (const more of [{ "\ud800": "1" }, { x: "\ud800" }, { x: { "\ud800": "1" } }, { x: ["\udc00"] }]) {
      const query = { accountId: "a", ...more };
      for (const call of [grid.listAuthSessions({ query }), grid.http.GET("/auth/sessions", { params: { query } })]) {
        expect(await catchError(call)).toMatchObject({
          kind: "input",
          message: expect.stringMatching(/the query parameter . must be well-formed Unicode/),
        });
      }
    }
    expect(server.requests).toEqual([]);
  });
});

test("reads a parameter once, even if its getter returns another value the next time", async () => {
  const once = (first: string, later: string) => {
    let reads = 0;
    return { get: () => (reads++ === 0 ? first : later), enumerable: true };
  };
  const path = Object.defineProperty({} as { id: string }, "id", once("a", ".."));
  await grid.challengeAuthCredential({ path });
  expect(server.requests[0]?.target).toBe("/grid/auth/credentials/a/challenge");

  const queryOf = () => Object.defineProperty({} as { accountId: string }, "accountId", once("a", "b"));
  await grid.listAuthSessions({ query: queryOf() }).catch(() => {});
  await grid.http.GET("/auth/sessions", { params: { query: queryOf() } });
  expect(server.requests.slice(1).map(({ target }) => target)).toEqual(
    Array(2).fill("/grid/auth/sessions?accountId=a"),
  );
});

describe("a path parameter that is missing", () => {
  test("is refused with the operation's name and what was expected", async () => {
    // @ts-expect-error a caller without types may do this
    expect(await catchError(grid.challengeAuthCredential())).toMatchObject({
      name: "GridInputError",
      message: expect.stringContaining(
        'the path parameter id of challengeAuthCredential must be a non-empty string other than "." and ".."; got undefined.',
      ),
    });
    // @ts-expect-error the same for grid.http
    expect(await catchError(grid.http.POST("/auth/credentials/{id}/challenge"))).toBeInstanceOf(GridInputError);
    expect(server.requests).toHaveLength(0);
  });
});

describe("a header", () => {
  const SECRET = "s3cr3t";
  const REFUSED_CALLS = [GridInputError, GridInputError, GridInputError];
  test.each(["\r", "\n", "\0", "\r\nX-Injected: 1", "\ud800", "€", "\u007f"])(
    "with %j is refused",
    async (character) => {
      const value = SECRET + character;
      const path = { id: "a" };
      const signed = { "Grid-Wallet-Signature": value };
      const errors = [
        await catchError(grid.revokeAuthCredential({ path, header: signed })),
        await catchError(grid.revokeAuthCredential({ path, headers: signed })),
        await catchError(grid.http.DELETE("/auth/credentials/{id}", { params: { path, header: signed } })),
        await catchError((async () => createGridClient({ ...credentials, headers: signed }))()),
      ];
      expect(errors.map((error) => (error as Error).constructor)).toEqual([...REFUSED_CALLS, GridConfigError]);
      for (const error of errors) {
        expect((error as Error).message).toContain("the header Grid-Wallet-Signature has a character");
        expect((error as Error).message).not.toContain(SECRET);
      }
      expect(server.requests).toHaveLength(0);
    },
  );

  test.each(["", "X Team", "X-Team:", "X-Team\r\nX-Injected", "Ü"])("called %j is refused", async (name) => {
    const headers = { [name]: "a" };
    const errors = [
      await catchError(grid.challengeAuthCredential({ path: { id: "a" }, headers })),
      await catchError((async () => createGridClient({ ...credentials, headers }))()),
    ];
    expect(errors.map((error) => (error as Error).constructor)).toEqual([GridInputError, GridConfigError]);
    for (const error of errors) {
      expect((error as Error).message).toContain(`${JSON.stringify(name)} is not a valid header name`);
    }
    expect(server.requests).toHaveLength(0);
  });

  test("of the call overrides the client's, in any spelling", async () => {
    const client = createGridClient({ ...credentials, baseUrl: server.url, headers: { "x-team": "a" } });
    await client.challengeAuthCredential({ path: { id: "a" }, headers: { "X-TEAM": "b" } });
    expect(server.requests[0]?.headers).toMatchObject({ "x-team": "b" });
  });

  test("is sent for one call, or for all", async () => {
    const client = createGridClient({
      ...credentials,
      baseUrl: server.url,
      headers: { "X-Team": "wallet", "X-Call": "no" },
    });
    await client.challengeAuthCredential({ path: { id: "a" }, headers: { "X-Call": "yes" } });
    expect(server.requests[0]?.headers).toMatchObject({ "x-team": "wallet", "x-call": "yes" });
  });

  test("names the client and its version", async () => {
    await grid.challengeAuthCredential({ path: { id: "a" } });
    expect(server.requests[0]?.headers["user-agent"]).toBe("grid-sdk-client/0.0.0-test");
  });
});

describe("a body or query", () => {
  test("that cannot be JSON is refused", async () => {
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    for (const body of [circular, { amount: 1n }]) {
      const error = await catchError(grid.createAuthCredential({ body: body as never }));
      expect(error).toBeInstanceOf(GridInputError);
      expect((error as Error).message).toContain("the body cannot be sent as JSON");
    }
    expect(server.requests).toHaveLength(0);
  });

  test("is left out where it is undefined, and repeated for an array", async () => {
    const query = { accountId: undefined, more: ["a b", "c&d"] } as unknown as { accountId: string };
    await grid.listAuthSessions({ query });
    expect(server.requests[0]?.target).toBe("/grid/auth/sessions?more=a%20b&more=c%26d");
    expect(server.requests[0]?.body).toBe("");
  });
});

describe("a limit", () => {
  const limits = ["timeoutMs", "deadlineMs", "maxRetries", "maxRetryDelayMs", "maxResponseBytes"];
  const noLimits = [-0.5, -1, Number.NaN, Infinity, 2 ** 31, "5000", true, {}];
  const refused = limits.flatMap((name) => noLimits.map((value) => [name, value] as const));
  const fractions = [["maxRetries", 1.5] as const, ["maxResponseBytes", 1.5] as const];
  test.each([...refused, ...fractions])("%s = %s is refused", async (name, value) => {
    const what = name.endsWith("Ms") ? "a number of milliseconds" : "a whole number";
    const message = `${name} must be ${what} from 0 to 2147483647; got ${typeof value === "number" ? value : typeof value}.`;
    expect(() => createGridClient({ ...credentials, [name]: value })).toThrow(message);
    const error = await catchError(grid.challengeAuthCredential({ path: { id: "a" }, [name]: value }));
    expect(error).toBeInstanceOf(GridInputError);
    expect((error as Error).message).toContain(message);
    expect(server.requests).toHaveLength(0);
  });

  test.each(limits)("%s of a call falls back to the client's if it is null or undefined", async (name) => {
    const client = createGridClient({ ...credentials, baseUrl: server.url, [name]: null });
    for (const value of [null, undefined]) {
      expect((await client.challengeAuthCredential({ path: { id: "a" }, [name]: value })).status).toBe(200);
    }
  });

  test("may be a fraction of a millisecond", async () => {
    await grid.challengeAuthCredential({ path: { id: "a" }, timeoutMs: 60_000.5 });
    expect(server.requests).toHaveLength(1);
  });
});

describe("an option", () => {
  const ofAnything = [
    ["retryUnsafe", "false", "true or false"],
    ["fetch", "fetch", "a function"],
    ["Request", {}, "a function"],
    ["pathSerializer", {}, "a function"],
    ["bodySerializer", {}, "a function"],
    ["querySerializer", "form", "a function or an object"],
    ["signal", new AbortController(), "an AbortSignal"],
    ["middleware", { onRequest() {} }, "a list"],
    ["middleware", "log", "a list"],
    ["headers", "X-Team: wallet", "an object"],
  ] as const;
  const ofAClient = [
    ["allowInsecureHttp", "false", "true or false"],
    ["dangerouslyAllowBrowser", "false", "true or false"],
    ["onEvent", console, "a function"],
  ] as const;
  test.each([...ofAnything, ...ofAClient])("%s = %j of a client is refused", (name, value, expected) => {
    const message = `${name} must be ${expected}; got ${typeof value}.`;
    const refusal = expect.objectContaining({ kind: "config", message });
    expect(() => createGridClient({ ...credentials, [name]: value })).toThrow(refusal);
    expect(() => createGridFetch({ ...credentials, [name]: value })).toThrow(refusal);
    expect(() => createGridClient(credentials).withOptions({ [name]: value })).toThrow(refusal);
  });

  const ofAnOperation = [
    ["query", "accountId=a", "an object"],
    ["header", "X-Team: wallet", "an object"],
    ["path", "a", "an object"],
  ] as const;
  test.each([...ofAnything, ...ofAnOperation])("%s = %j of a call is refused", async (name, value, expected) => {
    const message = `${name} must be ${expected}; got ${typeof value}.`;
    const error = await catchError(grid.listAuthSessions({ query: { accountId: "a" }, [name]: value }));
    expect(error).toMatchObject({ kind: "input", message: `GET /auth/sessions: ${message}`, attempts: 0 });
    const untyped = { params: { query: { accountId: "a" } }, [name]: value } as never;
    expect(await catchError(grid.http.GET("/auth/sessions", untyped))).toMatchObject({ kind: "input" });
    expect(server.requests).toHaveLength(0);
  });

  test.each([[[null]], [["X-Team"]], [[{}]]])("headers = %j are refused", async (headers) => {
    const message = "headers must be an object, a Map, a list of pairs or Headers.";
    expect(() => createGridClient({ ...credentials, headers: headers as never })).toThrow(message);
    const error = await catchError(grid.challengeAuthCredential({ path: { id: "a" }, headers: headers as never }));
    expect(error).toMatchObject({ kind: "input", message: expect.stringContaining(message) });
  });

  test("of a call that is refused ends the call", async () => {
    const events: unknown[] = [];
    const client = createGridClient({ ...credentials, baseUrl: server.url, onEvent: (event) => events.push(event) });
    await catchError(client.challengeAuthCredential({ path: { id: "a" }, retryUnsafe: "false" as never }));
    expect(events).toMatchObject([{ type: "end", outcome: "input", attempt: 0 }]);
  });

  test("pathSerializer that does not return a URL is refused", async () => {
    const error = await catchError(
      grid.challengeAuthCredential({ path: { id: "a" }, pathSerializer: () => "not a URL" } as never),
    );
    expect(error).toMatchObject({
      kind: "config",
      message: expect.stringContaining("would leave the client's baseUrl"),
    });
  });

  test.each([undefined, Promise.resolve("a=1"), {}])(
    "querySerializer that returns %j sends nothing",
    async (result) => {
      const options = { querySerializer: () => result } as never as object;
      await catchError(grid.listAuthSessions({ query: { accountId: "a" }, ...options }));
      expect(server.requests).toHaveLength(0);
    },
  );
});
