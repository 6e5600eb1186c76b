import { createHash } from "node:crypto";
import { inspect } from "node:util";
import {
  encryptOtpCodeToBundle,
  PRODUCTION_TLS_FETCHER_SIGN_PUBLIC_KEY,
  verifyOtpVerificationToken,
  verifyStampSignature,
} from "@turnkey/crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SealOtpOptions } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { HALVES } from "./support/halves.ts";
import { describeKey } from "./support/import-keys.ts";
import { openWithTurnkey, OTP_OPENERS } from "./support/open-otp.ts";
import { readStamp, verifyStamp } from "./support/read-stamp.ts";
import { signOtpTarget } from "./support/sign-otp-target.ts";
import { sealedOtp, TURNKEY_TEST_KEY } from "./support/vectors.ts";

const { keys, targetBundle } = sealedOtp;
const signer = keys.signer.publicKey;
const stranger = describeKey(TURNKEY_TEST_KEY);
const CODE = "049713";
const own = keys.tek.publicKeyCompressed;

describe.each(HALVES)("%s", (_half, half) => {
  const { generateSessionKey, PRODUCTION_OTP_SIGNER, sealOtp, signPayload } = half;
  const change = (changed: object) => JSON.stringify({ ...JSON.parse(targetBundle.json), ...changed });
  const signTarget = (data: object | string, changed?: object) =>
    signOtpTarget(typeof data === "string" ? data : JSON.stringify(data), keys.signer.privateKey, changed);
  const seal = (bundle: string, options: SealOtpOptions = { signer }) => sealOtp(bundle, CODE, own, options);
  const open = async (sealed: string) => JSON.parse(await openWithTurnkey(sealed, keys.target.privateKey));

  describe("what sealOtp seals", () => {
    test.each(OTP_OPENERS)("opens with %s, for any code and keys", async (_, openOtp) => {
      const privateKeys = fc.bigInt({ min: 1n, max: 2n ** 255n }).map((key) => key.toString(16).padStart(64, "0"));
      await fc.assert(
        fc.asyncProperty(
          privateKeys,
          privateKeys,
          fc.string({ minLength: 1, unit: "grapheme" }),
          async (target, session, code) => {
            const bundle = signTarget({ targetPublic: describeKey(target).publicKey, organizationId: "o" });
            const { compressed } = describeKey(session);
            const opened = await openOtp(await sealOtp(bundle, code, compressed, { signer }), target);
            expect(opened).toBe(JSON.stringify({ otp_code: code, public_key: compressed }));
          },
        ),
        { numRuns: 25 },
      );
    });

    test("is what Turnkey's own function seals, but for the keys that are new each time", async () => {
      const theirs = await encryptOtpCodeToBundle(CODE, targetBundle.json, own, signer);
      const ours = await seal(targetBundle.json);
      expect(await open(ours)).toEqual(await open(theirs));
      const shape = /^\{"encappedPublic":"04[0-9a-f]{128}","ciphertext":"[0-9a-f]{238}"\}$/;
      expect(ours).toMatch(shape);
      expect(theirs).toMatch(shape);
      expect(await seal(targetBundle.json)).not.toBe(ours);
    });

    test.each([
      ["compressed", own],
      ["uncompressed", keys.tek.publicKey],
      ["compressed, in upper case", own.toUpperCase()],
      ["uncompressed, in upper case", keys.tek.publicKey.toUpperCase()],
    ])("has the key compressed, given %s", async (_, publicKey) => {
      const sealed = await sealOtp(targetBundle.json, CODE, publicKey, { signer });
      expect(await open(sealed)).toEqual({ otp_code: CODE, public_key: own });
    });

    test.each([" 049713 ", "0", "q7f3kd82mzx0", "０４９"])("contains the unchanged code: %j", async (code) => {
      const sealed = await sealOtp(targetBundle.json, code, own, { signer });
      expect(await open(sealed)).toEqual({ otp_code: code, public_key: own });
    });

    test("opens for a target that came compressed", async () => {
      const bundle = signTarget({ targetPublic: keys.target.publicKeyCompressed });
      expect(await open(await seal(bundle))).toEqual({ otp_code: CODE, public_key: own });
    });

    test("contains the key that signs the verification token", async () => {
      const key = await generateSessionKey();
      const sealed = await open(await sealOtp(targetBundle.json, CODE, key.publicKey, { signer }));
      const { token } = sealedOtp.verificationToken;
      const stamp = readStamp(await signPayload(token, key));
      expect(stamp.publicKey).toBe(sealed.public_key);
      expect(await verifyStampSignature(stamp.publicKey, stamp.signature, token)).toBe(true);
    });
  });

  describe("the signer of a bundle", () => {
    test.each([
      ["uncompressed", signer],
      ["compressed", keys.signer.publicKeyCompressed],
      ["in upper case", signer.toUpperCase()],
      ["in a list", [PRODUCTION_OTP_SIGNER, keys.signer.publicKeyCompressed]],
    ])("is compared as a point: %s", async (_, expected) => {
      for (const named of [signer, signer.toUpperCase(), keys.signer.publicKeyCompressed])
        await expect(seal(change({ enclaveQuorumPublic: named }), { signer: expected })).resolves.toContain(
          "ciphertext",
        );
    });

    test("may sign with a high or a low s", async () => {
      for (const { dataSignature } of [targetBundle, { dataSignature: targetBundle.dataSignatureOtherS }])
        await expect(seal(change({ dataSignature }))).resolves.toContain("ciphertext");
      for (let run = 0; run < 20; run++)
        await expect(seal(signTarget({ targetPublic: keys.target.publicKey }))).resolves.toContain("ciphertext");
    });

    test("is production's by default, as Turnkey publishes it", async () => {
      expect(PRODUCTION_OTP_SIGNER).toBe(PRODUCTION_TLS_FETCHER_SIGN_PUBLIC_KEY);
      for (const options of [undefined, {}, { signer: undefined }]) {
        const named = (enclaveQuorumPublic: string) =>
          catchError(sealOtp(change({ enclaveQuorumPublic }), CODE, own, options));
        expect(await named(signer)).toMatchObject({ message: expect.stringContaining("another signer") });
        // Known, and not what signed it.
        expect(await named(PRODUCTION_OTP_SIGNER)).toMatchObject({ message: expect.stringContaining("signature") });
      }
    });

    test.each([
      ["empty", change({ dataSignature: "", enclaveQuorumPublic: "" })],
      ["absent", JSON.stringify({ data: targetBundle.data })],
      ["wrong", change({ dataSignature: "00", enclaveQuorumPublic: stranger.publicKey })],
    ])('does not matter with "unverified": %s', async (_, bundle) => {
      expect(await catchError(seal(bundle))).toMatchObject({ code: "UNTRUSTED_BUNDLE" });
      expect(await open(await seal(bundle, { signer: "unverified" }))).toEqual({ otp_code: CODE, public_key: own });
    });

    test.each([
      ["an empty list", []],
      ["an empty string, as of an unset variable", ""],
      ["null", null],
      ["false", false],
      ["another word", "Unverified"],
      ["a list with the word", ["unverified"]],
      ["a list with one that is malformed", [signer, "04"]],
      ["a key off the curve", `${signer.slice(0, -1)}0`],
      ["a private key", keys.signer.privateKey],
    ])("is refused if it is %s", async (_, malformed) => {
      const error = await catchError(seal(targetBundle.json, { signer: malformed as string }));
      expect(error).toMatchObject({ name: "GridDeviceError", code: "INVALID_KEY" });
      expect(error).toMatchObject({ message: expect.stringMatching(/options\.signer must be .*"unverified"/) });
    });
  });

  describe("sealOtp refuses", () => {
    const { targetPublic } = JSON.parse(targetBundle.dataText) as { targetPublic: string };
    const untrusted: [string, unknown, RegExp][] = [
      ["no bundle", undefined, /is not valid/],
      ["a bundle that is not JSON", "{version:v1.0.0}", /is not valid/],
      ["a bundle in quotes", `'${targetBundle.json}'`, /is not valid/],
      ["a bundle that was parsed", JSON.parse(targetBundle.json), /is not valid/],
      ["JSON that is not an object", "null", /is not valid/],
      ["a bundle without data", change({ data: undefined }), /is not valid/],
      ["data that is not hex", change({ data: targetBundle.dataText }), /is not valid/],
      ["data of half a byte", change({ data: targetBundle.data.slice(1) }), /is not valid/],
      ["another signer", change({ enclaveQuorumPublic: stranger.publicKey }), /another signer/],
      ["no signer", change({ enclaveQuorumPublic: undefined }), /another signer/],
      [
        "a bundle that another key signed, and names",
        signOtpTarget(targetBundle.dataText, TURNKEY_TEST_KEY),
        /another s/,
      ],
      [
        "a bundle that another key signed, and does not name",
        signOtpTarget(targetBundle.dataText, TURNKEY_TEST_KEY, { enclaveQuorumPublic: signer }),
        /signature is wrong/,
      ],
      ["no signature", change({ dataSignature: "" }), /signature is wrong/],
      ["a signature that is not DER", change({ dataSignature: "00".repeat(64) }), /signature is wrong/],
      ["a signature that is not hex", change({ dataSignature: 7 }), /signature is wrong/],
      ["a signature of zeros", change({ dataSignature: "3006020100020100" }), /signature is wrong/],
      [
        "a signature of huge numbers",
        change({ dataSignature: `3026022100${"ff".repeat(32)}020101` }),
        /signature is w/,
      ],
      [
        "a signature of the hex text",
        change({ dataSignature: JSON.parse(signTarget(targetBundle.data)).dataSignature }),
        /signature is wrong/,
      ],
      ["changed data", change({ data: targetBundle.data.replace("30303031", "30303032") }), /signature is wrong/],
      ["signed data that is not JSON", signTarget("{"), /no key to seal for/],
      ["signed data that is null", signTarget("null"), /no key to seal for/],
      ["no target", signTarget({ organizationId: "o" }), /no key to seal for/],
      ["a target off the curve", signTarget({ targetPublic: `${targetPublic.slice(0, -1)}1` }), /no key to seal for/],
      [
        "a compressed target off the curve",
        signTarget({ targetPublic: `02${"00".repeat(31)}01` }),
        /no key to seal for/,
      ],
      ["the point at infinity", signTarget({ targetPublic: "00" }), /no key to seal for/],
      ["a target of the hybrid form", signTarget({ targetPublic: `06${targetPublic.slice(2)}` }), /no key to seal for/],
      ["a target that is not a string", signTarget({ targetPublic: 4 }), /no key to seal for/],
    ];
    test.each(untrusted)("%s, and says what to do in a sandbox", async (_, bundle, problem) => {
      const error = await catchError(seal(bundle as string));
      expect(error).toMatchObject({ name: "GridDeviceError", code: "UNTRUSTED_BUNDLE" });
      const { message } = error as Error;
      expect(message).toMatch(problem);
      expect(message).toMatch(
        /: expected .*options\.signer.*emulator\.otpSigner.*"unverified".*can then read the code/,
      );
      expect(error).not.toHaveProperty("cause", expect.anything());
    });

    test('what it cannot read with "unverified" too', async () => {
      for (const bundle of [
        "",
        "{}",
        change({ data: "7b7d" }),
        signTarget({ targetPublic: stranger.compressed.slice(2) }),
      ])
        expect(await catchError(seal(bundle, { signer: "unverified" }))).toMatchObject({ code: "UNTRUSTED_BUNDLE" });
    });

    test("a signature with any one digit changed", async () => {
      const { dataSignature } = targetBundle;
      for (let at = 0; at < dataSignature.length; at++) {
        const digit = dataSignature[at] === "1" ? "2" : "1";
        const changed = dataSignature.slice(0, at) + digit + dataSignature.slice(at + 1);
        expect(await catchError(seal(change({ dataSignature: changed })))).toMatchObject({ code: "UNTRUSTED_BUNDLE" });
      }
    });

    test.each([
      ["no code", undefined],
      ["an empty one", ""],
      ["a number, which loses zeros", 49_713],
      ["null", null],
    ])("%s", async (_, code) => {
      const error = await catchError(sealOtp(targetBundle.json, code as string, own, { signer }));
      expect(error).toMatchObject({ code: "INVALID_CODE", message: expect.stringContaining("not empty") });
      expect(String(error)).not.toContain("49713");
    });

    test.each([
      ["no key", undefined],
      ["a key off the curve", `${keys.tek.publicKey.slice(0, -1)}0`],
      ["a compressed key off the curve", `02${"00".repeat(31)}01`],
      ["a private key", keys.tek.privateKey],
      ["a truncated key", own.slice(0, -2)],
      ["a prefixed key", `0x${own}`],
      ["the key itself instead of its hex", { publicKey: own }],
    ])("%s", async (_, publicKey) => {
      const error = await catchError(sealOtp(targetBundle.json, CODE, publicKey as string, { signer }));
      expect(error).toMatchObject({ code: "INVALID_KEY", message: expect.stringContaining("66 or 130 characters") });
    });

    test("without a code or a key in its errors", async () => {
      const secret = "s3cr3t-c0d3";
      const calls: Parameters<typeof sealOtp>[] = [
        ...untrusted.map(([, bundle]): Parameters<typeof sealOtp> => [bundle as string, secret, own, { signer }]),
        [targetBundle.json, secret, keys.tek.privateKey, { signer }],
        [targetBundle.json, secret, own, { signer: keys.signer.privateKey }],
        [targetBundle.json, [secret] as never, own, { signer }],
      ];
      for (const call of calls) {
        const error = (await catchError(sealOtp(...call))) as Error;
        const options = { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity } as const;
        const shown = [inspect(error, options), JSON.stringify(error), String(error), error.stack].join("\n");
        expect(shown).toContain("GridDeviceError");
        for (const hidden of [secret, own, keys.tek.publicKey, keys.tek.privateKey, keys.signer.privateKey, signer])
          expect(shown).not.toContain(hidden);
      }
    });
  });
});

describe("the vectors", () => {
  test("have keys that belong together", () => {
    for (const { label, privateKey, publicKey, publicKeyCompressed } of Object.values(keys)) {
      expect(createHash("sha256").update(label).digest("hex")).toBe(privateKey);
      expect(describeKey(privateKey)).toMatchObject({ publicKey, compressed: publicKeyCompressed });
    }
  });

  test.each(OTP_OPENERS)("open with %s, and two must not", async (_, openOtp) => {
    for (const { encryptedOtpBundle, plaintext } of [...sealedOtp.seals, sealedOtp.turnkeySeal])
      expect(await openOtp(encryptedOtpBundle, keys.target.privateKey)).toBe(plaintext);
    expect(sealedOtp.mustNotOpen).toHaveLength(2);
    for (const { encryptedOtpBundle } of sealedOtp.mustNotOpen)
      await expect(openOtp(encryptedOtpBundle, keys.target.privateKey)).rejects.toThrow(Error);
  });

  test("have a token that Turnkey accepts, bound to the sealed key, and a stamp of that key", async () => {
    const { token, claims } = sealedOtp.verificationToken;
    await expect(verifyOtpVerificationToken(token, keys.token.publicKey)).resolves.toEqual(claims);
    expect(claims.public_key).toBe(own);
    expect(sealedOtp.stamp.payloadToSign).toBe(token);
    expect(readStamp(sealedOtp.stamp.header).publicKey).toBe(own);
    expect(verifyStamp(sealedOtp.stamp.header, token)).toBe(true);
  });
});
