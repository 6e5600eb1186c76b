import { isGridError } from "@grid-sdk/client";
import { expect, test } from "vitest";
import { expectRefusal, startFlow } from "./support/start-flow.ts";

test("the next call fails with a documented error, by status or by code, and nothing is carried out", async () => {
  await using flow = await startFlow();
  const { grid, emulator, emailId } = flow;
  const challenge = () => grid.challengeAuthCredential({ path: { id: emailId } });
  emulator.fail("challengeAuthCredential", [
    { status: 429, headers: { "Retry-After": 2 } },
    { status: 500, code: "INTERNAL_ERROR" },
    { status: 404, code: "USER_NOT_FOUND" },
  ]);
  const limited = await challenge().catch((reason: unknown) => reason);
  expect(isGridError(limited, "RATE_LIMITED") && limited.retryAfterMs).toBe(2_000);
  await expectRefusal(challenge(), 500, "INTERNAL_ERROR");
  await expectRefusal(challenge(), 404, "USER_NOT_FOUND");
  expect(emulator.outbox).toEqual([]);
  expect((await challenge()).status).toBe(200);
});

test("what a network error strikes is carried out, and its response is lost", async () => {
  await using flow = await startFlow();
  const { grid, emulator, emailId: id } = flow;
  emulator.fail("challengeAuthCredential", { networkError: "reset" });
  const error = await grid.challengeAuthCredential({ path: { id } }).catch((reason: unknown) => reason);
  expect(isGridError(error) && [error.kind, error.mayHaveBeenProcessed]).toEqual(["connection", true]);
  expect(emulator.outbox).toHaveLength(1);
});

test("a response may be late, broken, or up to a function of the request", async () => {
  await using flow = await startFlow();
  const { grid, emulator, accountId } = flow;
  const list = () => grid.listAuthSessions({ query: { accountId } });
  emulator.fail("listAuthSessions", [{ delayMs: 1 }, { raw: { status: 502, body: "<p>Bad gateway</p>" } }]);
  expect((await list()).status).toBe(200);
  expect(await list().catch((reason: unknown) => reason)).toMatchObject({ status: 502 });
  emulator.fail("listAuthSessions", { respond: ({ query }) => (query["accountId"] ? { status: 401 } : undefined) });
  await expectRefusal(list(), 401, "UNAUTHORIZED");
  emulator.fail("listAuthSessions", { networkError: "refused" });
  expect(await list().catch((reason: unknown) => isGridError(reason) && reason.kind)).toBe("connection");
  emulator.reset();
  expect((await list()).status).toBe(200);
});

test("refuses successes, what is not documented and operations that are not there", async () => {
  await using flow = await startFlow();
  const fail = flow.emulator.fail as (operationId: string, failure: unknown) => void;
  expect(() => fail("challengeAuthCredential", { status: 200 })).toThrow(/fail must be given an error status; got 200/);
  expect(() => fail("challengeAuthCredential", { example: "passkey" })).toThrow(
    /fail must be given an error status; got 200/,
  );
  expect(() => fail("challengeAuthCredential", { status: 418 })).toThrow(/documents no response/);
  expect(() => fail("challengeAuthCredential", { status: 404, code: "NONE" })).toThrow(/does not allow this 404/);
  expect(() => fail("challengeAuthCredential", [])).toThrow(/at least one reply; got an empty list/);
  expect(() => fail("challengeCredential", { status: 404 })).toThrow(/no operation "challengeCredential"/);
});

test("a function that returns a refused connection gets an error", async () => {
  await using flow = await startFlow();
  flow.emulator.fail("challengeAuthCredential", () => ({ networkError: "refused" }) as never);
  const call = flow.grid.challengeAuthCredential({ path: { id: flow.emailId } });
  await expect(call).rejects.toMatchObject({ status: 500, body: expect.stringContaining('"refused"') });
  expect(flow.emulator.outbox).toEqual([]);
});
