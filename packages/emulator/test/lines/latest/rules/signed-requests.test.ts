import { describe, expect, test } from "vitest";
import { expectRefusal } from "../../../support/start-flow.ts";
import { demand, signedBy, startLatestFlow } from "../../../support/start-latest-flow.ts";

describe("demandBothHeaders", () => {
  test("one of the two headers is refused for the other, and uses up no request id", async () => {
    await using flow = await startLatestFlow();
    const session = await flow.signIn();
    const path = { id: session.id };
    const { data } = demand(await flow.grid.revokeAuthSession({ path }), 202);
    const header = await signedBy(session.key, data);
    const { "Request-Id": requestId, "Grid-Wallet-Signature": signature } = header;
    const withoutSignature = flow.grid.revokeAuthSession({ path, header: { "Request-Id": requestId } });
    await expectRefusal(withoutSignature, 401, "WALLET_SIGNATURE_MISSING");
    const withoutId = flow.grid.revokeAuthSession({ path, header: { "Grid-Wallet-Signature": signature } });
    await expectRefusal(withoutId, 401, "REQUEST_ID_MISSING");
    expect((await flow.grid.revokeAuthSession({ path, header })).status).toBe(204);
  });

  test("each fault of a signature has a code of its own", async () => {
    await using flow = await startLatestFlow();
    const session = await flow.signIn();
    const path = { id: session.id };
    const ask = async () => demand(await flow.grid.revokeAuthSession({ path }), 202).data;
    const send = (header: { "Grid-Wallet-Signature": string; "Request-Id": string }) =>
      flow.grid.revokeAuthSession({ path, header });
    const { requestId } = await ask();
    await expectRefusal(
      send({ "Grid-Wallet-Signature": "e30", "Request-Id": requestId }),
      401,
      "WALLET_SIGNATURE_MALFORMED",
    );
    const wrong = await signedBy(session.key, { ...(await ask()), payloadToSign: "another" });
    await expectRefusal(send(wrong), 401, "WALLET_SIGNATURE_INVALID", /is not valid/);
    await expectRefusal(send(wrong), 401, "UNAUTHORIZED", /was used/);
    expect(requestId).toMatch(/^Request:[0-9a-f-]{36}$/);
  });
});
