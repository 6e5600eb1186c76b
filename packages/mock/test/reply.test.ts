import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { sendRequest } from "./support/send-request.ts";
import { type OwnMock, startOwnMock } from "./support/start-own-mock.ts";

const CHALLENGE = "POST /auth/credentials/AuthMethod%3A1/challenge";

let mock: OwnMock;
beforeAll(async () => {
  mock = await startOwnMock();
  return () => mock.close();
});
afterEach(() => mock.reset());

const send = (target: string, request = {}) => sendRequest(mock, target, request);

describe("reply", () => {
  test("chooses the next response of the operation, and of no other", async () => {
    mock.reply("challengeAuthCredential", { status: 429 });
    expect(await send("GET /auth/sessions?accountId=a")).toMatchObject({ status: 200 });
    const limited = await send(CHALLENGE);
    expect(limited).toMatchObject({ status: 429, body: { code: "RATE_LIMITED" } });
    expect(limited.headers.get("retry-after")).toBe("30");
    expect(await send(CHALLENGE)).toMatchObject({ status: 200, body: { type: "EMAIL_OTP" } });
  });

  test("chooses an example only by its name, whatever its status", async () => {
    mock.reply("challengeAuthCredential", { example: "passkey" });
    mock.reply("challengeAuthCredential", { example: "credentialNotFound" });
    expect(await send(CHALLENGE)).toMatchObject({ status: 200, body: { type: "PASSKEY" } });
    expect(await send(CHALLENGE)).toMatchObject({ status: 404, body: { code: "REFERENCE_NOT_FOUND" } });
  });

  test("plays a list in order", async () => {
    const body = { type: "EMAIL_OTP", accountId: "InternalAccount:1" };
    mock.reply("createAuthCredential", [{ status: 202, example: "oauth" }, { status: 201 }]);
    expect(await send("POST /auth/credentials", { body })).toMatchObject({ status: 202, body: { type: "OAUTH" } });
    expect(await send("POST /auth/credentials", { body })).toMatchObject({ status: 201 });
    mock.reply("revokeAuthSession", [{ status: 202 }, { status: 204 }]);
    expect(await send("DELETE /auth/sessions/Session%3A1")).toMatchObject({ status: 202 });
    expect(await send("DELETE /auth/sessions/Session%3A1")).toMatchObject({ status: 204, body: undefined });
  });

  test("wins over Prefer, which chooses again afterwards", async () => {
    mock.reply("challengeAuthCredential", { status: 404 });
    const headers = { prefer: "code=429" };
    expect(await send(CHALLENGE, { headers })).toMatchObject({ status: 404 });
    expect(await send(CHALLENGE, { headers })).toMatchObject({ status: 429 });
  });

  test.each([
    ["one that the mock checks itself", "POST /auth/credentials/%7Bid%7D/challenge", {}, 400],
    ["one that Prism checks", CHALLENGE, { headers: { authorization: "Bearer x" } }, 401],
  ])("stays for the next request if one is refused: %s", async (_, target, request, status) => {
    mock.reply("challengeAuthCredential", [{ status: 404 }, { status: 429 }]);
    expect(await send(target, request)).toMatchObject({ status });
    expect(await send(CHALLENGE)).toMatchObject({ status: 404 });
    expect(await send(CHALLENGE)).toMatchObject({ status: 429 });
  });

  test("gives concurrent calls a response each", async () => {
    mock.reply("challengeAuthCredential", [{ status: 400 }, { status: 404 }, { status: 429 }, { status: 500 }]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(CHALLENGE)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 404, 429, 500]);
  });

  const documented = `Choose { status }, { example } or both of:
  200  emailOtp, oauth, passkey
  400  invalidInput
  401  unauthorized
  404  credentialNotFound
  429  rateLimited
  500  internalError
or reply with { status, body }, { raw }, { networkError }, { delayMs } or a function of the request.`;
  test.each([
    { status: 418 },
    { status: 200, example: "rateLimited" },
    { example: "pass-key" },
    { stauts: 429 },
    { status: 429, stauts: 429 },
    { status: "429" },
    {},
    null,
    429,
    "passkey",
  ])("refuses %j at once, with the list of what is documented", (choice) => {
    const reply = () => mock.reply("challengeAuthCredential", [{ status: 404 }, choice as never]);
    expect(reply).toThrow(TypeError);
    expect(reply).toThrow(`challengeAuthCredential documents no response ${JSON.stringify(choice)}. ${documented}`);
  });

  test("queues nothing of a list that holds a mistake, and refuses an empty one", async () => {
    expect(() => mock.reply("challengeAuthCredential", [{ status: 404 }, { status: 418 as never }])).toThrow(TypeError);
    expect(() => mock.reply("challengeAuthCredential", [])).toThrow(/at least one reply; got an empty list/);
    expect(await send(CHALLENGE)).toMatchObject({ status: 200 });
  });

  test("refuses an operation that does not exist, with the list of those that do", () => {
    const reply = () => mock.reply("challengeCredential" as "challengeAuthCredential", { status: 429 });
    expect(reply).toThrow(/no operation "challengeCredential". It has:\n {2}listAuthCredentials\n/);
  });
});

describe("reset", () => {
  test("forgets requests and replies", async () => {
    const { requests } = mock;
    await send(CHALLENGE);
    mock.reply("challengeAuthCredential", { status: 429 });
    mock.reset();
    expect(requests).toEqual([]);
    expect(await send(CHALLENGE)).toMatchObject({ status: 200 });
    expect(mock.requests).toHaveLength(1);
  });

  test("what it finds under way is not in the record afterwards", async () => {
    let goOn = () => {};
    const waiting = new Promise<void>((resolve) => (goOn = resolve));
    mock.reply("challengeAuthCredential", async () => {
      await waiting;
      return undefined;
    });
    const call = send(CHALLENGE);
    mock.reply("listAuthSessions", { status: 200 });
    await send("GET /auth/sessions?accountId=a");
    mock.reset();
    goOn();
    await call;
    expect(mock.requests).toEqual([]);
  });
});
