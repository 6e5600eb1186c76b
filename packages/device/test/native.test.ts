import { webcrypto } from "node:crypto";
import { ApiKeyStamper } from "@turnkey/api-key-stamper";
import { verifyStampSignature } from "@turnkey/crypto";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import * as pages from "../src/index.ts";
import {
  exportSessionKey,
  generateClientKey,
  generateSessionKey,
  importSessionKey,
  openSessionKey,
  sealOtp,
  sessionKeyOf,
  signPayload,
} from "../src/native.ts";
import { catchError } from "./support/catch-error.ts";
import { importNativeClientKey } from "./support/halves.ts";
import { describeKey } from "./support/import-keys.ts";
import { openWithTurnkey } from "./support/open-otp.ts";
import { readStamp, verifyStamp } from "./support/read-stamp.ts";
import { sealWithTurnkey } from "./support/seal-session-key.ts";
import { signOtpTarget } from "./support/sign-otp-target.ts";
import { listSpellings, show } from "./support/spellings.ts";
import { keys, sealedOtp } from "./support/vectors.ts";

const { targetBundle } = sealedOtp;
const signer = sealedOtp.keys.signer.publicKey;
const clientKey = await importNativeClientKey(keys.client.privateKey);
const sessionKey = await importSessionKey(keys.session.privateKey);
const scalars = fc.bigInt({ min: 1n, max: 2n ** 255n }).map((key) => key.toString(16).padStart(64, "0"));

/** As it is after JSON, and after a copy. */
const lose = (key: object) => [JSON.parse(JSON.stringify(key)), { ...key }, structuredClone(key)];

describe("a key in React Native", () => {
  test("is new each time, and has the public key that the API accepts", async () => {
    const own = await Promise.all([generateSessionKey(), generateSessionKey()]);
    const client = await Promise.all([generateClientKey(), generateClientKey()]);
    for (const { publicKey } of own) expect(publicKey).toMatch(/^0[23][0-9a-f]{64}$/);
    for (const { publicKey } of client) expect(publicKey).toMatch(/^04[0-9a-f]{128}$/);
    expect(new Set([...own, ...client].map(({ publicKey }) => publicKey)).size).toBe(4);
  });

  test("goes to the secure store and back, as the text that Turnkey's stamper accepts", async () => {
    const own = await generateSessionKey();
    const exported = await exportSessionKey(own);
    expect(exported).toMatch(/^[0-9a-f]{64}$/);
    expect(describeKey(exported).compressed).toBe(own.publicKey);
    const back = await importSessionKey(exported);
    expect(back.publicKey).toBe(own.publicKey);
    expect(verifyStamp(await signPayload("payload", back), "payload")).toBe(true);
    const stamper = new ApiKeyStamper({ apiPublicKey: own.publicKey, apiPrivateKey: exported });
    const { stampHeaderValue } = await stamper.stamp("payload");
    expect(readStamp(stampHeaderValue).publicKey).toBe(own.publicKey);
  });

  test("of the vectors is what an exported text says", async () => {
    expect(sessionKey.publicKey).toBe(keys.session.publicKeyCompressed);
    expect((await importSessionKey(keys.session.privateKey.toUpperCase())).publicKey).toBe(sessionKey.publicKey);
    const opened = await openSessionKey(keys.turnkey.bundle, clientKey);
    expect(await exportSessionKey(opened)).toBe(keys.session.privateKey);
  });

  test.each([
    ["nothing, as of a store without it", null],
    ["an empty text", ""],
    ["half a byte less", keys.session.privateKey.slice(1)],
    ["a byte more", `${keys.session.privateKey}00`],
    ["what is not hex", `${keys.session.privateKey.slice(1)}x`],
    ["zero", "00".repeat(32)],
    ["the order of the curve", "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"],
    ["its public key", keys.session.publicKeyCompressed],
    ["its JSON", JSON.stringify(sessionKey)],
    ["the key itself", sessionKey],
  ])("cannot be imported from %s", async (_, text) => {
    const error = await catchError(importSessionKey(text as string));
    expect(error).toMatchObject({ name: "GridDeviceError", code: "INVALID_KEY" });
    expect((error as Error).message).toBe("expected the result of exportSessionKey: 64 hex characters");
    expect(error).not.toHaveProperty("cause", expect.anything());
  });

  test("is lost by JSON and by copies, and the error says how to keep it", async () => {
    const advice = { name: "TypeError", message: expect.stringContaining("exportSessionKey") };
    for (const other of [...lose(sessionKey), clientKey, {}, undefined, null, "key"]) {
      expect(await catchError(signPayload("payload", other as never))).toMatchObject(advice);
      expect(await catchError(exportSessionKey(other as never))).toMatchObject(advice);
    }
    for (const other of [...lose(clientKey), sessionKey])
      expect(await catchError(openSessionKey(keys.turnkey.bundle, other))).toMatchObject({ code: "UNOPENABLE_KEY" });
  });

  test("shows only its public half in a log, JSON or an error", async () => {
    const calls: (() => Promise<unknown>)[] = [
      () => openSessionKey(keys.plain.bundle, clientKey),
      () => openSessionKey(keys.turnkey.bundle, sessionKey as never),
      () => signPayload("", sessionKey),
      () => signPayload("payload", { ...sessionKey } as never),
      () => exportSessionKey(clientKey as never),
      () => importSessionKey(`${keys.session.privateKey} `),
      () => importSessionKey(`0x${keys.session.privateKey}`),
      () => sealOtp(targetBundle.json, "000000", keys.session.privateKey, { signer }),
      () => sessionKeyOf({ id: "Session:1", expiresAt: "" }, clientKey),
    ];
    const errors = await Promise.all(calls.map((call) => catchError(call())));
    const shown = show([clientKey, sessionKey, { state: { sessionKey } }, ...errors]);
    for (const spelling of [keys.client.privateKey, keys.session.privateKey].flatMap(listSpellings))
      expect(shown).not.toContain(spelling);
    expect(shown).toContain(sessionKey.publicKey);
    expect(Object.keys(sessionKey)).toEqual(["publicKey"]);
  });

  test("cannot be changed from outside: its bytes are copied in and out", async () => {
    const stamp = await signPayload("payload", sessionKey);
    expect(Object.isFrozen(sessionKey)).toBe(true);
    const [kind] = Object.getOwnPropertySymbols(sessionKey);
    (sessionKey as unknown as Record<symbol, () => Uint8Array>)[kind as symbol]?.().fill(0);
    expect(await signPayload("payload", sessionKey)).toBe(stamp);
  });
});

describe("a signature in React Native", () => {
  test("is the vector's, byte for byte", async () => {
    expect(await signPayload(keys.stamp.payload, sessionKey)).toBe(keys.stamp.header);
    const own = await importSessionKey(sealedOtp.keys.tek.privateKey);
    expect(await signPayload(sealedOtp.stamp.payloadToSign, own)).toBe(sealedOtp.stamp.header);
  });

  test("is accepted by Turnkey's verifier, for any key and payload", async () => {
    await fc.assert(
      fc.asyncProperty(scalars, fc.string({ minLength: 1, unit: "grapheme" }), async (scalar, payload) => {
        const stamp = await signPayload(payload, await importSessionKey(scalar));
        const { publicKey, signature } = readStamp(stamp);
        expect(publicKey).toBe(describeKey(scalar).compressed);
        expect(await verifyStampSignature(publicKey, signature, payload)).toBe(true);
        expect(verifyStamp(stamp, payload)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    ["no payload", undefined],
    ["an empty one", ""],
    ["one that was parsed", { requestId: "r" }],
  ])("refuses %s", async (_, payload) => {
    const error = await catchError(signPayload(payload as string, sessionKey));
    expect(error).toMatchObject({ name: "TypeError", message: expect.stringContaining("payloadToSign must be") });
  });
});

describe("sessionKeyOf in React Native", () => {
  const session = { id: "Session:1", expiresAt: "2026-08-21T15:46:05Z" };
  const sealed = { ...session, encryptedSessionSigningKey: keys.turnkey.bundle };

  test("is the device's own key, or the sealed one", async () => {
    expect(await sessionKeyOf(session, sessionKey)).toBe(sessionKey);
    expect((await sessionKeyOf(sealed, clientKey)).publicKey).toBe(sessionKey.publicKey);
  });

  test("refuses a key of the wrong kind, a lost key, and another body", async () => {
    const expected = (name: string) => ({ code: "INVALID_KEY", message: expect.stringContaining(name) });
    for (const other of [sessionKey, ...lose(clientKey)])
      expect(await catchError(sessionKeyOf(sealed, other))).toMatchObject(expected("generateClientKey()"));
    for (const other of [clientKey, ...lose(sessionKey)])
      expect(await catchError(sessionKeyOf(session, other))).toMatchObject(expected("importSessionKey()"));
    for (const body of [{ status: "PROCESSING" }, { ...session, challenge: "c" }, undefined])
      expect(await catchError(sessionKeyOf(body as never, sessionKey))).toMatchObject({ code: "NOT_A_SESSION" });
  });
});

describe("the two halves", () => {
  test("open what is sealed for a key of the other, and seal the same", async () => {
    const own = await generateClientKey();
    const opened = await openSessionKey(await sealWithTurnkey(keys.session.privateKey, own.publicKey), own);
    expect(opened.publicKey).toBe(keys.session.publicKeyCompressed);
    const bundle = signOtpTarget(targetBundle.dataText, sealedOtp.keys.signer.privateKey);
    const open = async (half: { sealOtp: typeof sealOtp }) =>
      openWithTurnkey(
        await half.sealOtp(bundle, "049713", own.publicKey, { signer }),
        sealedOtp.keys.target.privateKey,
      );
    expect(await open({ sealOtp })).toBe(await open(pages));
  });

  test("do not accept each other's keys", async () => {
    expect(await catchError(pages.signPayload("payload", sessionKey as never))).toHaveProperty("name", "TypeError");
    const own = await pages.generateSessionKey();
    expect(await catchError(signPayload("payload", own as never))).toHaveProperty("name", "TypeError");
  });
});

describe("random numbers", () => {
  afterEach(() => vi.unstubAllGlobals());
  const calls = {
    generateClientKey,
    generateSessionKey,
    importSessionKey: () => importSessionKey(keys.session.privateKey),
    openSessionKey: () => openSessionKey(keys.turnkey.bundle, clientKey),
    sealOtp: () => sealOtp(targetBundle.json, "000000", sessionKey.publicKey, { signer }),
    signPayload: () => signPayload("payload", sessionKey),
  };
  const boom = new Error("NativeModule: RNGetRandomValues is null");
  const sources: readonly (readonly [string, unknown, RegExp, unknown])[] = [
    ["no crypto", undefined, /missing here/, undefined],
    ["no getRandomValues", {}, /missing here/, undefined],
    [
      "one whose native half is not installed",
      {
        getRandomValues: () => {
          throw boom;
        },
      },
      /fails here/,
      boom,
    ],
    ["one that does nothing", { getRandomValues: () => {} }, /gives zeros here/, undefined],
  ];

  test.each(sources)("from %s are UNSUPPORTED, and the error names the package", async (_, crypto, reason, cause) => {
    vi.stubGlobal("crypto", crypto);
    for (const call of Object.values(calls)) {
      const error = (await catchError(call())) as Error;
      expect(error).toMatchObject({ name: "GridDeviceError", code: "UNSUPPORTED" });
      expect(error.message).toMatch(reason);
      expect(error.message).toMatch(/crypto\.getRandomValues.*react-native-get-random-values.*expo-crypto/);
      expect(error.cause).toBe(cause);
    }
  });

  test("are looked up at each call, and are all that the entry needs of WebCrypto", async () => {
    const asked: number[] = [];
    const getRandomValues = (bytes: Uint8Array<ArrayBuffer>) => {
      asked.push(bytes.length);
      return webcrypto.getRandomValues(bytes);
    };
    vi.stubGlobal("crypto", { getRandomValues });
    for (const call of Object.values(calls)) {
      asked.length = 0;
      await call();
      expect(asked).toContain(48);
    }
  });
});
