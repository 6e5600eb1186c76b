import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { sendRequest } from "./support/send-request.ts";
import { type OwnMock, startOwnMock } from "./support/start-own-mock.ts";

const CHALLENGE = "POST /auth/credentials/AuthMethod%3A1/challenge";
const passkey = {
  id: "AuthMethod:1",
  accountId: "InternalAccount:1",
  type: "PASSKEY",
  nickname: "My key",
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
  challenge: "c",
  requestId: "r",
  expiresAt: "2036-01-01T00:00:00Z",
} as const;

let mock: OwnMock;
beforeAll(async () => {
  mock = await startOwnMock();
  return () => mock.close();
});
afterEach(() => mock.reset());

const send = (target = CHALLENGE, request = {}) => sendRequest(mock, target, request);
const statuses = async (calls: number) => {
  const found: number[] = [];
  for (let call = 0; call < calls; call++) found.push((await send()).status);
  return found;
};

describe("a body of your own", () => {
  test("is sent as it is, dates included", async () => {
    mock.reply("challengeAuthCredential", { status: 200, body: passkey });
    expect(await send()).toMatchObject({ status: 200, body: passkey });
  });

  test("comes with the documented headers, and with those of the reply", async () => {
    const body = { status: 429, code: "RATE_LIMITED", message: "Wait." } as const;
    mock.reply("challengeAuthCredential", [
      { status: 429, body },
      { status: 429, body, headers: { "Retry-After": 2, "X-Trace": "t" } },
    ]);
    expect((await send()).headers.get("retry-after")).toBe("30");
    const { headers } = await send();
    expect([headers.get("retry-after"), headers.get("x-trace")]).toEqual(["2", "t"]);
  });

  test("is refused where the schema does not allow it, with the reasons", () => {
    const { challenge: _, ...rest } = passkey;
    expect(() => mock.reply("challengeAuthCredential", { status: 200, body: rest as never })).toThrow(
      "challengeAuthCredential: the fragment does not allow this 200: body/challenge is required. It documents:\n  200  emailOtp, oauth, passkey",
    );
  });

  test("is refused where the status has none", () => {
    expect(() => mock.reply("revokeAuthSession", { status: 204, body: {} as never })).toThrow("body is not documented");
  });
});

describe("a function of the request", () => {
  test("is given what was sent, secrets masked, and says what is sent back", async () => {
    let seen: unknown;
    mock.reply("createAuthCredential", async (request) => {
      seen = request;
      return request.body.type === "OAUTH" ? { status: 404 } : { status: 201 };
    });
    const body = { type: "OAUTH", accountId: "a", oidcToken: "t" };
    expect(await send("POST /auth/credentials", { body })).toMatchObject({ status: 404 });
    expect(seen).toMatchObject({ operationId: "createAuthCredential", method: "POST", body, query: {} });
    expect(JSON.stringify(seen)).not.toContain("token-secret");
  });

  test("reads path parameters, and responds as usual if it returns nothing", async () => {
    let id: string | undefined;
    mock.reply("challengeAuthCredential", ({ pathParameters }) => void ({ id } = pathParameters));
    expect(await send()).toMatchObject({ status: 200, body: { type: "EMAIL_OTP" } });
    expect(id).toBe("AuthMethod:1");
  });

  test("is for as many calls as it says", async () => {
    let calls = 0;
    mock.reply("challengeAuthCredential", { respond: () => ({ status: ++calls < 2 ? 429 : 404 }), times: 2 });
    expect(await statuses(3)).toEqual([429, 404, 200]);
  });

  test.each<[string, () => unknown, string]>([
    ["throws", () => Promise.reject(new Error("not ready")), "Error: not ready"],
    ["returns what is not documented", () => ({ status: 418 }), "documents no response"],
    ["returns a function", () => () => ({ status: 404 }), "must return a reply"],
  ])("is a 500 with the reason if it %s", async (_, respond, reason) => {
    mock.reply("challengeAuthCredential", respond as never);
    const response = await fetch(`${mock.url}/auth/credentials/a/challenge`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa("a:b")}` },
    });
    expect([response.status, await response.text()]).toEqual([500, expect.stringContaining(reason)]);
  });
});

describe("terms", () => {
  test("times counts, and always stays behind what counts", async () => {
    mock.reply("challengeAuthCredential", { status: 500, times: "always" });
    mock.reply("challengeAuthCredential", { status: 429, times: 2 });
    expect(await statuses(5)).toEqual([429, 429, 500, 500, 500]);
    mock.reset();
    expect(await statuses(1)).toEqual([200]);
  });

  test("when chooses by the request", async () => {
    mock.reply("challengeAuthCredential", {
      status: 404,
      times: "always",
      when: ({ pathParameters }) => pathParameters["id"] === "gone",
    });
    expect((await send("POST /auth/credentials/gone/challenge")).status).toBe(404);
    expect((await send()).status).toBe(200);
  });

  test("parallel calls use up each reply once", async () => {
    mock.reply("challengeAuthCredential", { status: 429, times: 7 });
    const found = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(found.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test("delayMs keeps the usual response back, and others", async () => {
    mock.reply("challengeAuthCredential", [{ delayMs: 1 }, { status: 429, delayMs: 1 }]);
    expect(await statuses(2)).toEqual([200, 429]);
    mock.reply("challengeAuthCredential", { delayMs: 60_000 });
    const url = `${mock.url}/auth/credentials/a/challenge`;
    const init = { method: "POST", headers: { authorization: `Basic ${btoa("a:b")}` } };
    await expect(fetch(url, { ...init, signal: AbortSignal.timeout(200) })).rejects.toThrow(/timeout/);
  });
});

describe("an error of the network", () => {
  test("replaces the response, and is recorded without a status", async () => {
    mock.reply("challengeAuthCredential", { networkError: true });
    await expect(send()).rejects.toThrow("fetch failed");
    expect(mock.requests).toMatchObject([{ operationId: "challengeAuthCredential", status: undefined }]);
    expect((await send()).status).toBe(200);
  });

  test("refuses every connection from its turn on, until reset", async () => {
    mock.reply("challengeAuthCredential", [{ status: 429 }, { networkError: "refused" }]);
    expect((await send()).status).toBe(429);
    for (const target of [CHALLENGE, "GET /auth/sessions?accountId=a"]) {
      await expect(send(target)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
    }
    mock.reset();
    expect((await send()).status).toBe(200);
  });
});

test("raw sends what no specification allows", async () => {
  mock.reply("challengeAuthCredential", {
    raw: { status: 502, headers: { "Content-Type": "text/html" }, body: "<p>" },
  });
  const response = await fetch(`${mock.url}/auth/credentials/a/challenge`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa("a:b")}` },
  });
  expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
    502,
    "text/html",
    "<p>",
  ]);
});

test("clientOptions are what a client needs, without retries", () => {
  expect(mock.clientOptions).toEqual({ baseUrl: mock.url, clientId: "mock", clientSecret: "mock", maxRetries: 0 });
});
