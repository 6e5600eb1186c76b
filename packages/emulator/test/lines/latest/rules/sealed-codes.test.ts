import { generateSessionKey, sealOtp } from "@grid-sdk/device";
import { isGridError } from "@grid-sdk/client";
import { describe, expect, test } from "vitest";
import { expectRefusal } from "../../../support/start-flow.ts";
import { sealUncompressed } from "../../../support/seal-otp.ts";
import { demand, type LatestFlow, signedBy, startLatestFlow } from "../../../support/start-latest-flow.ts";

/** Seals a code with a new key, and sends it: the first request of two. */
async function tryCode(flow: LatestFlow, bundle: string, code: string) {
  const { publicKey } = await generateSessionKey();
  return flow.verifySealed(await flow.seal({ bundle, code }, publicKey));
}

describe("demandSeal", () => {
  test("refuses what is not a sealed code", async () => {
    await using flow = await startLatestFlow();
    const key = `04${"11".repeat(64)}`;
    const wrong = [
      "000000",
      "{}",
      "null",
      `{"encappedPublic":"${key}"}`,
      `{"encappedPublic":"${key}","ciphertext":"g"}`,
    ];
    for (const bundle of [...wrong, JSON.stringify(JSON.stringify({ encappedPublic: key, ciphertext: "00" }))]) {
      await expectRefusal(flow.verifySealed(bundle), 400, "INVALID_INPUT", /encryptedOtpBundle is not the JSON/);
    }
  });
});

describe("openSeal", () => {
  test("refuses a code before one was sent", async () => {
    await using flow = await startLatestFlow();
    const { bundle, code } = await flow.sendCode(flow.smsId);
    await expectRefusal(tryCode(flow, bundle, code), 401, "UNAUTHORIZED", /No code is pending/);
  });

  test("refuses a code that is sealed to the target of an older challenge or of another credential", async () => {
    await using flow = await startLatestFlow({ otp: "123456" });
    const older = await flow.sendCode();
    const other = await flow.sendCode(flow.smsId);
    const newest = await flow.sendCode();
    for (const { bundle } of [older, other]) {
      await expectRefusal(tryCode(flow, bundle, "123456"), 401, "UNAUTHORIZED", /does not open/);
    }
    expect((await tryCode(flow, newest.bundle, "123456")).status).toBe(202);
  });

  test("accepts a code of the last three challenges with keepOlderCodes", async () => {
    await using flow = await startLatestFlow({ keepOlderCodes: true });
    const [oldest, older] = [
      await flow.sendCode(),
      await flow.sendCode(),
      await flow.sendCode(),
      await flow.sendCode(),
    ];
    await expectRefusal(tryCode(flow, oldest.bundle, oldest.code), 401, "UNAUTHORIZED", /does not open/);
    expect((await tryCode(flow, older.bundle, older.code)).status).toBe(202);
  });

  test("refuses a seal without the additional data", async () => {
    await using flow = await startLatestFlow();
    const sent = await flow.sendCode();
    const { publicKey } = await generateSessionKey();
    const sealed = JSON.parse(await flow.seal(sent, publicKey)) as { encappedPublic: string; ciphertext: string };
    const other = { ...sealed, encappedPublic: (await flow.seal(sent, publicKey)).slice(19, 149) };
    await expectRefusal(flow.verifySealed(JSON.stringify(other)), 401, "UNAUTHORIZED", /does not open/);
  });
});

describe("demandSealedKey", () => {
  test("refuses an uncompressed key, as production does, and leaves the code unused", async () => {
    await using flow = await startLatestFlow();
    const sent = await flow.sendCode();
    const sealed = await sealUncompressed(sent);
    await expectRefusal(flow.verifySealed(sealed), 400, "INVALID_INPUT", /must be a compressed P-256 key/);
    expect((await tryCode(flow, sent.bundle, sent.code)).status).toBe(202);
  });

  test("accepts an uncompressed key, as the sandbox does, with acceptUncompressedOtpKey", async () => {
    await using flow = await startLatestFlow({ acceptUncompressedOtpKey: true });
    const { status } = await flow.verifySealed(await sealUncompressed(await flow.sendCode()));
    expect(status).toBe(202);
  });
});

describe("useSealedCode", () => {
  test("a code works once", async () => {
    await using flow = await startLatestFlow();
    const { bundle, code } = await flow.sendCode();
    expect((await tryCode(flow, bundle, code)).status).toBe(202);
    await expectRefusal(tryCode(flow, bundle, code), 401, "UNAUTHORIZED");
  });

  test("of two requests with the right code at once, one is accepted", async () => {
    await using flow = await startLatestFlow();
    const { bundle, code } = await flow.sendCode();
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => tryCode(flow, bundle, code)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected", "rejected"]);
  });

  test("a wrong code leaves the bundle good, until three were tried", async () => {
    await using flow = await startLatestFlow({ otp: "123456", now: () => 0 });
    const { bundle } = await flow.sendCode();
    for (const wrong of ["000000", "111111"]) {
      await expectRefusal(tryCode(flow, bundle, wrong), 401, "UNAUTHORIZED", /password is wrong/);
    }
    expect((await tryCode(flow, bundle, "123456")).status).toBe(202);
    const again = await flow.sendCode();
    for (const wrong of ["000000", "111111", "222222"]) {
      await expectRefusal(tryCode(flow, again.bundle, wrong), 401, "UNAUTHORIZED");
    }
    flow.emulator.advance(100_000);
    const error = await tryCode(flow, again.bundle, "123456").catch((reason: unknown) => reason);
    expect(isGridError(error, "RATE_LIMITED") && error.retryAfterMs).toBe(200_000);
    const fresh = await flow.sendCode();
    expect((await tryCode(flow, fresh.bundle, "123456")).status).toBe(202);
  });

  test("how many wrong codes may be tried is an option", async () => {
    await using flow = await startLatestFlow({ otp: "123456", codeAttempts: 1 });
    const { bundle } = await flow.sendCode();
    await expectRefusal(tryCode(flow, bundle, "000000"), 401, "UNAUTHORIZED");
    await expectRefusal(tryCode(flow, bundle, "123456"), 429, "RATE_LIMITED");
  });

  test("a code works for five minutes", async () => {
    await using flow = await startLatestFlow({ now: () => 0 });
    const first = await flow.sendCode();
    flow.emulator.advance(299_999);
    expect((await tryCode(flow, first.bundle, first.code)).status).toBe(202);
    const second = await flow.sendCode();
    flow.emulator.advance(300_000);
    await expectRefusal(tryCode(flow, second.bundle, second.code), 401, "UNAUTHORIZED", /expired/);
  });
});

describe("demandBoundKey", () => {
  test("the key that was sealed signs the token, and no other", async () => {
    await using flow = await startLatestFlow();
    const [key, other, session] = [await generateSessionKey(), await generateSessionKey(), await flow.signIn()];
    for (const signer of [other, session.key]) {
      const sealed = await flow.seal(await flow.sendCode(), key.publicKey);
      const asked = demand(await flow.verifySealed(sealed), 202);
      const call = flow.verifySealed(sealed, await signedBy(signer, asked.data));
      await expectRefusal(call, 401, "WALLET_SIGNATURE_INVALID", /sealed with the code/);
    }
    const sealed = await flow.seal(await flow.sendCode(), key.publicKey);
    const asked = demand(await flow.verifySealed(sealed), 202);
    const opened = demand(await flow.verifySealed(sealed, await signedBy(key, asked.data)), 200);
    expect(opened.data).not.toHaveProperty("encryptedSessionSigningKey");
  });

  test("another seal of the same code is another body", async () => {
    await using flow = await startLatestFlow();
    const key = await generateSessionKey();
    const sent = await flow.sendCode();
    const asked = demand(await flow.verifySealed(await flow.seal(sent, key.publicKey)), 202);
    const call = flow.verifySealed(await flow.seal(sent, key.publicKey), await signedBy(key, asked.data));
    await expectRefusal(call, 401, "WALLET_SIGNATURE_BODY_MISMATCH");
  });

  test("the token is signed once, within five minutes", async () => {
    await using flow = await startLatestFlow({ now: () => 0 });
    const key = await generateSessionKey();
    const sealed = await flow.seal(await flow.sendCode(), key.publicKey);
    const asked = demand(await flow.verifySealed(sealed), 202);
    const header = await signedBy(key, asked.data);
    expect(demand(await flow.verifySealed(sealed, header), 200).status).toBe(200);
    await expectRefusal(flow.verifySealed(sealed, header), 401, "UNAUTHORIZED", /was used/);
    const second = await flow.seal(await flow.sendCode(), key.publicKey);
    const late = await signedBy(key, demand(await flow.verifySealed(second), 202).data);
    flow.emulator.advance(300_000);
    await expectRefusal(flow.verifySealed(second, late), 401, "UNAUTHORIZED", /expired/);
  });

  test("a credential that is revoked between the two requests opens no session", async () => {
    await using flow = await startLatestFlow();
    const { grid } = flow;
    const session = await flow.signIn(flow.smsId);
    const key = await generateSessionKey();
    const sealed = await flow.seal(await flow.sendCode(), key.publicKey);
    const asked = demand(await flow.verifySealed(sealed), 202);
    const path = { id: flow.emailId };
    const revoking = demand(await grid.revokeAuthCredential({ path }), 202);
    await grid.revokeAuthCredential({ path, header: await signedBy(session.key, revoking.data) });
    const call = flow.verifySealed(sealed, await signedBy(key, asked.data));
    await expectRefusal(call, 404, "REFERENCE_NOT_FOUND");
  });
});

test("a device that expects another signer seals nothing", async () => {
  await using flow = await startLatestFlow();
  const { bundle, code } = await flow.sendCode();
  const { publicKey } = await generateSessionKey();
  await expect(sealOtp(bundle, code, publicKey)).rejects.toMatchObject({ code: "UNTRUSTED_BUNDLE" });
});
