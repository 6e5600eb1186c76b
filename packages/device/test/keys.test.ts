import { describe, expect, test, vi } from "vitest";
import { generateClientKey, generateSessionKey, openSessionKey, sealOtp, signPayload } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { importClientKey } from "./support/import-keys.ts";
import { verifyStamp } from "./support/read-stamp.ts";
import { sealWithTurnkey } from "./support/seal-session-key.ts";
import { signOtpTarget } from "./support/sign-otp-target.ts";
import { listSpellings, show } from "./support/spellings.ts";
import { keys, sealedOtp } from "./support/vectors.ts";

const extract = (key: CryptoKey) =>
  Promise.all(
    (["jwk", "pkcs8", "raw"] as const).map((format) => catchError(crypto.subtle.exportKey(format as "raw", key))),
  );

describe("a client key", () => {
  test("has the public key that a verification needs", async () => {
    const { publicKey, keyPair } = await generateClientKey();
    expect(publicKey).toMatch(/^04[0-9a-f]{128}$/);
    expect(Buffer.from(await crypto.subtle.exportKey("raw", keyPair.publicKey)).toString("hex")).toBe(publicKey);
  });

  test("is new each time", async () => {
    const [one, other] = await Promise.all([generateClientKey(), generateClientKey()]);
    expect(one.publicKey).not.toBe(other.publicKey);
  });

  test("does not reveal its private half", async () => {
    const { privateKey } = (await generateClientKey()).keyPair;
    expect(privateKey).toMatchObject({ extractable: false, algorithm: { name: "ECDH", namedCurve: "P-256" } });
    expect(await extract(privateKey)).toHaveLength(3);
  });

  test("opens what is sealed for it after a structured clone, as IndexedDB makes it", async () => {
    const kept = structuredClone(await generateClientKey());
    const opened = await openSessionKey(await sealWithTurnkey(keys.session.privateKey, kept.publicKey), kept);
    expect(opened.publicKey).toBe(keys.session.publicKeyCompressed);
  });
});

describe("a session key", () => {
  const open = async () => openSessionKey(keys.turnkey.bundle, await importClientKey(keys.client.privateKey));

  test.each([
    ["generated", generateSessionKey],
    ["opened", open],
  ])("that was %s is compressed, not extractable, and signs after a structured clone", async (_, make) => {
    const key = await make();
    expect(key.publicKey).toMatch(/^0[23][0-9a-f]{64}$/);
    expect(key.privateKey).toMatchObject({ extractable: false, usages: ["sign"] });
    expect(await extract(key.privateKey)).toHaveLength(3);
    expect(verifyStamp(await signPayload("payload", structuredClone(key)), "payload")).toBe(true);
  });

  test("shows no private key in inspect or JSON, nor do the errors around it", async () => {
    const clientKey = await importClientKey(keys.client.privateKey);
    const sessionKey = await openSessionKey(keys.turnkey.bundle, clientKey);
    const errors = await Promise.all([
      catchError(openSessionKey(keys.plain.bundle, clientKey)),
      catchError(openSessionKey(keys.turnkey.bundle, { ...clientKey, keyPair: sessionKey as never })),
      catchError(signPayload("", sessionKey)),
      catchError(signPayload("payload", { ...sessionKey, privateKey: clientKey.keyPair.privateKey })),
    ]);
    const shown = show([clientKey, sessionKey, ...errors]);
    for (const spelling of [keys.client.privateKey, keys.session.privateKey].flatMap(listSpellings))
      expect(shown).not.toContain(spelling);
    expect(shown).toContain("UNOPENABLE_KEY");
  });
});

describe("where keys are available", () => {
  test("is a secure context: elsewhere each function says so", async () => {
    const sessionKey = await generateSessionKey();
    const clientKey = await generateClientKey();
    vi.stubGlobal("crypto", { getRandomValues: () => {} });
    try {
      for (const call of [
        generateClientKey,
        generateSessionKey,
        () => openSessionKey(keys.turnkey.bundle, clientKey),
        () => signPayload("payload", sessionKey),
        () => sealOtp(sealedOtp.targetBundle.json, "000000", sessionKey.publicKey),
      ])
        expect(await catchError(call())).toMatchObject({ name: "GridDeviceError", code: "UNSUPPORTED" });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  // Firefox before 146 and WebKit have no compressed points, Firefox no PKCS#8 without a public key (w3c/webcrypto#356),
  // Chromium and Node 20 no getPublicKey.
  test("includes Firefox and WebKit: no call needs what they reject", async () => {
    const { subtle } = crypto;
    const asked: string[] = [];
    const narrow = new Proxy(subtle, {
      get(target, name: keyof SubtleCrypto) {
        asked.push(name);
        if (name === "importKey")
          return (format: KeyFormat, data: BufferSource | JsonWebKey, ...rest: [never, never, never]) => {
            const isWhole = format === "jwk" || (format === "raw" && (data as ArrayBuffer).byteLength !== 33);
            if (!isWhole) throw new DOMException("refused", format === "pkcs8" ? "OperationError" : "DataError");
            return subtle.importKey(format as "raw", data as BufferSource, ...rest);
          };
        return target[name].bind(target);
      },
    });
    vi.stubGlobal("crypto", { subtle: narrow, getRandomValues: crypto.getRandomValues.bind(crypto) });
    try {
      const clientKey = await generateClientKey();
      const sealed = await sealWithTurnkey(keys.session.privateKey, clientKey.publicKey);
      const opened = await openSessionKey(sealed, clientKey);
      const own = await generateSessionKey();
      expect(verifyStamp(await signPayload("payload", opened), "payload")).toBe(true);
      expect(verifyStamp(await signPayload("payload", own), "payload")).toBe(true);
      const compressed = signOtpTarget(
        JSON.stringify({ targetPublic: sealedOtp.keys.target.publicKeyCompressed }),
        sealedOtp.keys.signer.privateKey,
      );
      const signer = sealedOtp.keys.signer.publicKeyCompressed;
      expect(await sealOtp(compressed, "000000", own.publicKey, { signer })).toContain("ciphertext");
    } finally {
      vi.unstubAllGlobals();
    }
    expect(asked).toContain("importKey");
    expect(asked).not.toContain("getPublicKey");
  });
});
