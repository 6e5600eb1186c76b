import { verify } from "node:crypto";
import { p256 } from "@noble/curves/nist.js";
import { ApiKeyStamper, type Runtime } from "@turnkey/api-key-stamper";
import { verifyStampSignature } from "@turnkey/crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { generateSessionKey, openSessionKey, type SessionKey, signPayload } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { importClientKey } from "./support/import-keys.ts";
import { describePublicKey } from "./support/public-key.ts";
import { readStamp, verifyStamp } from "./support/read-stamp.ts";
import { fromHex } from "./support/seal-session-key.ts";
import { keys } from "./support/vectors.ts";

let sessionKey: SessionKey;
beforeAll(async () => {
  sessionKey = await openSessionKey(keys.turnkey.bundle, await importClientKey(keys.client.privateKey));
});

describe("signPayload", () => {
  test("makes a stamp that Turnkey's verifier and OpenSSL accept, of any payload", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: "grapheme" }), async (payload) => {
        const { publicKey, signature } = readStamp(await signPayload(payload, sessionKey));
        expect(publicKey).toBe(keys.session.publicKeyCompressed);
        expect(await verifyStampSignature(publicKey, signature, payload)).toBe(true);
        const der = Buffer.from(signature, "hex");
        expect(verify("sha256", Buffer.from(payload), describePublicKey(publicKey), der)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("signs for a key that never left the device", async () => {
    const own = await generateSessionKey();
    const stamp = await signPayload("payload", own);
    expect(readStamp(stamp).publicKey).toBe(own.publicKey);
    expect(verifyStamp(stamp, "payload")).toBe(true);
    expect(verifyStamp(stamp, "payload ")).toBe(false);
  });

  test("signs the characters of a payload that looks like base64, and does not decode them", async () => {
    const payload = btoa(keys.stamp.payload.slice(0, 20));
    expect(verifyStamp(await signPayload(payload, sessionKey), payload)).toBe(true);
  });

  test("gives a header value: base64url of at most 375 characters", async () => {
    for (let run = 0; run < 50; run++) expect(await signPayload("p", sessionKey)).toMatch(/^[\w-]{300,375}$/);
  });

  test("makes signatures with a high or a low s, as Turnkey's own stampers do", async () => {
    const stamps = await Promise.all(Array.from({ length: 64 }, () => signPayload("payload", sessionKey)));
    const high = stamps.filter((stamp) => p256.Signature.fromHex(readStamp(stamp).signature, "der").hasHighS());
    // Only one of the two would happen once in 2^63.
    expect(high.length).toBeGreaterThan(0);
    expect(high.length).toBeLessThan(stamps.length);
    expect(stamps.every((stamp) => verifyStamp(stamp, "payload"))).toBe(true);
  });

  test.each([
    ["no payload", undefined],
    ["an empty one", ""],
    ["one that was parsed", { requestId: "r" }],
  ])("refuses %s", async (_, payload) => {
    const error = await catchError(signPayload(payload as string, sessionKey));
    expect(error).toMatchObject({ name: "TypeError", message: expect.stringContaining("payloadToSign must be") });
  });

  test("refuses a session key that JSON has copied, and a value that is not a key", async () => {
    const clientKey = await importClientKey(keys.client.privateKey);
    const others = [sessionKey.privateKey, { ...sessionKey, privateKey: clientKey.keyPair.privateKey }, {}, undefined];
    for (const lost of [JSON.parse(JSON.stringify(sessionKey)), ...others]) {
      const error = await catchError(signPayload("payload", lost));
      expect(error).toMatchObject({ name: "TypeError", message: expect.stringContaining("IndexedDB") });
    }
  });
});

describe("the stamp's format", () => {
  test.each<Runtime>(["node", "browser", "purejs"])("is that of Turnkey's stamper for %s", async (runtime) => {
    const stamper = new ApiKeyStamper({
      apiPublicKey: keys.session.publicKeyCompressed,
      apiPrivateKey: keys.session.privateKey,
      runtimeOverride: runtime,
    });
    for (let run = 0; run < 20; run++) {
      const { stampHeaderValue } = await stamper.stamp(keys.stamp.payload);
      expect(verifyStamp(stampHeaderValue, keys.stamp.payload)).toBe(true);
    }
  });

  test("is that of the vector, byte for byte for a deterministic signature", async () => {
    const { publicKey, signature } = readStamp(keys.stamp.header);
    expect([publicKey, signature]).toEqual([keys.session.publicKeyCompressed, keys.stamp.derHex]);
    const message = new TextEncoder().encode(keys.stamp.payload);
    const deterministic = p256.sign(message, fromHex(keys.session.privateKey), { format: "der" });
    expect(Buffer.from(deterministic).toString("hex")).toBe(signature);
    expect(verifyStamp(keys.stamp.header, keys.stamp.payload)).toBe(true);
  });

  test("is valid with the other s too", () => {
    const stamp = { ...readStamp(keys.stamp.header), signature: keys.stamp.derHexOtherS };
    const header = Buffer.from(JSON.stringify(stamp)).toString("base64url");
    expect(verifyStamp(header, keys.stamp.payload)).toBe(true);
    expect(p256.Signature.fromHex(keys.stamp.derHexOtherS, "der").hasHighS()).toBe(true);
  });
});
