import { randomUUID } from "node:crypto";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { expectRefusal, startFlow } from "../support/start-flow.ts";

const UNKNOWN_ACCOUNT = `InternalAccount:${randomUUID()}`;

describe("demandAccountId", () => {
  test.each(["listAuthCredentials", "listAuthSessions"] as const)(
    "%s refuses an id of another form",
    async (operation) => {
      await using flow = await startFlow();
      for (const accountId of ["1", "InternalAccount:1", randomUUID(), flow.emailId]) {
        await expectRefusal(flow.grid[operation]({ query: { accountId } }), 400, "INVALID_INPUT");
      }
    },
  );

  test.each(["listAuthCredentials", "listAuthSessions"] as const)(
    "%s of an unknown account is empty",
    async (operation) => {
      await using flow = await startFlow();
      const { data } = await flow.grid[operation]({ query: { accountId: UNKNOWN_ACCOUNT } });
      expect(data.data).toEqual([]);
    },
  );
});

describe("demandAccount", () => {
  test("no credential is registered for an account that does not exist", async () => {
    await using flow = await startFlow();
    const body = { type: "EMAIL_OTP", accountId: UNKNOWN_ACCOUNT } as const;
    await expectRefusal(flow.grid.createAuthCredential({ body }), 404, "REFERENCE_NOT_FOUND");
  });
});

describe("demandCredential", () => {
  test("an unknown credential is not found by any operation", async () => {
    await using flow = await startFlow();
    const path = { id: `AuthMethod:${randomUUID()}` };
    // Any body that the fragment accepts.
    const verify = listOperations(await readFragment()).find(({ id }) => id === "verifyAuthCredential");
    const [body] = (verify?.requestBody?.examples.values() ?? []) as Iterable<never>;
    await expectRefusal(flow.grid.challengeAuthCredential({ path }), 404, "REFERENCE_NOT_FOUND");
    await expectRefusal(
      flow.grid.verifyAuthCredential({ path, body: body as never, header: { "Request-Id": "1" } }),
      404,
      "REFERENCE_NOT_FOUND",
    );
    await expectRefusal(flow.grid.revokeAuthCredential({ path }), 404, "REFERENCE_NOT_FOUND");
  });
});

describe("demandSession", () => {
  test("an unknown session, one that is over and the id of a credential are not found", async () => {
    await using flow = await startFlow();
    const { id } = await flow.signIn();
    const unknown = [`Session:${randomUUID()}`, flow.emailId];
    for (const other of unknown) {
      await expectRefusal(flow.grid.revokeAuthSession({ path: { id: other } }), 404, "REFERENCE_NOT_FOUND");
    }
    expect((await flow.grid.revokeAuthSession({ path: { id } })).status).toBe(202);
    flow.emulator.advance(900_000);
    await expectRefusal(flow.grid.revokeAuthSession({ path: { id } }), 404, "REFERENCE_NOT_FOUND");
  });
});
