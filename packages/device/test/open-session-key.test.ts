import { createHash, randomBytes } from "node:crypto";
import { base58 } from "@scure/base";
import { decryptCredentialBundle } from "@turnkey/crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catchError } from "./support/catch-error.ts";
import { HALVES } from "./support/halves.ts";
import { describeKey } from "./support/import-keys.ts";
import { verifyStamp } from "./support/read-stamp.ts";
import {
  base58check,
  fromHex,
  type Seal,
  sealWithHpke,
  sealWithHpkeCore,
  sealWithTurnkey,
} from "./support/seal-session-key.ts";
import { keys, PUBLISHED_EXAMPLE, TURNKEY_TEST_KEY } from "./support/vectors.ts";

const privateKeys = fc.bigInt({ min: 1n, max: 2n ** 255n }).map((key) => key.toString(16).padStart(64, "0"));
describe.each(HALVES)("openSessionKey %s", async (_half, half) => {
  const { generateClientKey, importClientKey, openSessionKey, signPayload } = half;
  const clientKey = await importClientKey(keys.client.privateKey);

  test("opens the specification's own example with Turnkey's published test key", async () => {
    const { publicKey } = await openSessionKey(PUBLISHED_EXAMPLE, await importClientKey(TURNKEY_TEST_KEY));
    expect(publicKey).toBe(describeKey(decryptCredentialBundle(PUBLISHED_EXAMPLE, TURNKEY_TEST_KEY)).compressed);
  });

  test("opens the vector to a key that signs for the session", async () => {
    const sessionKey = await openSessionKey(keys.turnkey.bundle, clientKey);
    expect(sessionKey.publicKey).toBe(keys.session.publicKeyCompressed);
    const stamp = await signPayload(keys.stamp.payload, sessionKey);
    expect(verifyStamp(stamp, keys.stamp.payload)).toBe(true);
  });

  const sealers: [string, Seal][] = [
    ["@turnkey/crypto", sealWithTurnkey],
    ["@hpke/core", sealWithHpkeCore],
  ];
  test.each(sealers)("opens what %s seals", async (_, seal) => {
    await fc.assert(
      fc.asyncProperty(privateKeys, privateKeys, async (session, client) => {
        const own = await importClientKey(client);
        const opened = await openSessionKey(await seal(session, own.publicKey), own);
        expect(opened.publicKey).toBe(describeKey(session).compressed);
      }),
      { numRuns: 25 },
    );
  });

  test("shares its format with Turnkey, whose library opens what it seals", async () => {
    await fc.assert(
      fc.asyncProperty(privateKeys, privateKeys, async (session, client) => {
        const sealed = await sealWithHpke(session, describeKey(client).publicKey);
        expect(decryptCredentialBundle(sealed, client)).toBe(session);
      }),
      { numRuns: 25 },
    );
  });

  test("opens with a key made here what is sealed for its publicKey", async () => {
    const own = await generateClientKey();
    const opened = await openSessionKey(await sealWithTurnkey(keys.session.privateKey, own.publicKey), own);
    expect(opened.publicKey).toBe(keys.session.publicKeyCompressed);
  });

  const ORDER = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
  const sealed = fromHex("00".repeat(81));
  const bundle = base58check.decode(keys.turnkey.bundle);
  const change = (at: number, by: number) =>
    base58check.encode(bundle.map((byte, index) => (index === at ? byte ^ by : byte)));
  const unopenable: [string, () => unknown][] = [
    ["sealed for another key", () => sealWithTurnkey(keys.session.privateKey, describeKey(TURNKEY_TEST_KEY).publicKey)],
    ["sealed with empty info and AAD", () => keys.plain.bundle],
    ["a changed character", () => keys.turnkey.bundle.replace("Q", "R")],
    ["a character that base58 has not", () => keys.turnkey.bundle.replace("Q", "0")],
    ["truncated", () => keys.turnkey.bundle.slice(0, -1)],
    ["lengthened", () => `${keys.turnkey.bundle}1`],
    ["with white space around it", () => ` ${keys.turnkey.bundle}\n`],
    ["a checksum that is not the data's", () => base58.encode(Uint8Array.of(...bundle, 0, 0, 0, 0))],
    ["one byte less, the checksum right", () => base58check.encode(bundle.slice(0, -1))],
    ["one byte more, the checksum right", () => base58check.encode(Uint8Array.of(...bundle, 0))],
    ["a changed tag, the checksum right", () => change(80, 1)],
    ["a prefix that no point has", () => change(0, 4)],
    ["the other point of the same x", () => change(0, 1)],
    ["zeros", () => base58check.encode(sealed)],
    [
      "an x that is off the curve",
      () => base58check.encode(Uint8Array.of(2, ...new Uint8Array(31), 1, ...bundle.slice(33))),
    ],
    ["random bytes", () => base58check.encode(Uint8Array.from(randomBytes(81)))],
    ["a scalar of zero", () => sealWithTurnkey("00".repeat(32), keys.client.publicKey)],
    ["a scalar beyond the curve's order", () => sealWithTurnkey(ORDER, keys.client.publicKey)],
    ["no scalar at all", () => sealWithTurnkey("00", keys.client.publicKey)],
    ["empty", () => ""],
    ["undefined, as in a listed session", () => undefined],
    ["null", () => null],
    ["an object", () => ({})],
  ];
  test.each(unopenable)("refuses in one way: %s", async (_, make) => {
    const error = await catchError(openSessionKey((await make()) as string, clientKey));
    expect(error).toMatchObject({ name: "GridDeviceError", code: "UNOPENABLE_KEY" });
    const other = await catchError(openSessionKey("x", clientKey));
    expect((error as Error).message).toBe((other as Error).message);
    expect(error).not.toHaveProperty("cause", expect.anything());
  });

  test("refuses in the same way a client key that JSON has copied", async () => {
    for (const lost of [JSON.parse(JSON.stringify(clientKey)), {}, undefined, null]) {
      const error = await catchError(openSessionKey(keys.turnkey.bundle, lost));
      expect(error).toMatchObject({
        code: "UNOPENABLE_KEY",
        message: expect.stringMatching(/that you keep .*JSON .*lose/),
      });
    }
  });

  test("uses vectors whose keys belong together", () => {
    const digest = (label: string) => createHash("sha256").update(`grid-sdk vector: ${label} key`).digest("hex");
    expect([digest("client"), digest("session")]).toEqual([keys.client.privateKey, keys.session.privateKey]);
  });
});
