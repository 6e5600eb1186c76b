import { describe, expect, test } from "vitest";
import { newPublicKey, startFlow } from "../../../support/start-flow.ts";

describe("issuePasskeyChallenge", () => {
  test("each call makes another challenge, and each can be signed", async () => {
    await using flow = await startFlow();
    const { id, authenticator } = await flow.addPasskey(await flow.signIn());
    const [first, second] = [
      await flow.grid.challengeAuthCredential({ path: { id } }),
      await flow.grid.challengeAuthCredential({ path: { id } }),
    ].map(({ data }) => data as { challenge: string; requestId: string; expiresAt: string });
    expect(first?.challenge).not.toBe(second?.challenge);
    expect(first?.challenge).toMatch(/^[\w-]{32}$/);
    for (const { challenge, requestId } of [second, first].flatMap((item) => item ?? [])) {
      const clientPublicKey = await newPublicKey();
      const assertion = authenticator.assert(challenge);
      const { status } = await flow.grid.verifyAuthCredential({
        path: { id },
        header: { "Request-Id": requestId },
        body: { type: "PASSKEY", assertion, clientPublicKey },
      });
      expect(status).toBe(200);
    }
  });
});
