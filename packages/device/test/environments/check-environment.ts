import { createECDH, verify } from "node:crypto";
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from "hpke";
import { expect, test } from "vitest";
import {
  generateClientKey,
  generateSessionKey,
  openSessionKey,
  passkeyCreationOptions,
  passkeyRequestOptions,
  sealOtp,
  sessionKeyOf,
  signPayload,
  toPasskeyAssertion,
} from "../../src/index.ts";
import { catchError } from "../support/catch-error.ts";
import { importClientKey } from "../support/import-keys.ts";
import { describePublicKey } from "../support/public-key.ts";
import { readStamp } from "../support/read-stamp.ts";
import { keys, sealedOtp, webauthn } from "../support/vectors.ts";

const HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** The same tests in each environment that puts a window in place of Node's globals. */
export function checkEnvironment(): void {
  test("opens a good key, and refuses only that of another client key", async () => {
    const clientKey = await importClientKey(keys.client.privateKey);
    expect((await openSessionKey(keys.turnkey.bundle, clientKey)).publicKey).toBe(keys.session.publicKeyCompressed);
    const session = { id: "Session:1", expiresAt: "2026-08-21T15:46:05Z" };
    const sealed = { ...session, encryptedSessionSigningKey: keys.turnkey.bundle };
    const opened = await sessionKeyOf(sealed, clientKey);
    const { publicKey, signature } = readStamp(await signPayload("payload, ü", opened));
    const [message, der] = [Buffer.from("payload, ü"), Buffer.from(signature, "hex")];
    expect(verify("sha256", message, describePublicKey(publicKey), der)).toBe(true);
    const error = await catchError(openSessionKey(keys.turnkey.bundle, await generateClientKey()));
    expect(error).toMatchObject({ code: "UNOPENABLE_KEY" });
  });

  test("seals a code that its target opens", async () => {
    const { target, signer } = sealedOtp.keys;
    const own = await generateSessionKey();
    const options = { signer: signer.publicKey };
    const sealed = JSON.parse(await sealOtp(sealedOtp.targetBundle.json, "049713", own.publicKey, options));
    const enc = fromHex(sealed.encappedPublic);
    const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
    const { keyPair } = await importClientKey(target.privateKey);
    const plaintext = await suite.Open(keyPair, enc, fromHex(sealed.ciphertext), {
      info: ascii("turnkey_hpke"),
      aad: new Uint8Array([...enc, ...fromHex(target.publicKey)]),
    });
    expect(String.fromCharCode(...plaintext)).toBe(`{"otp_code":"049713","public_key":"${own.publicKey}"}`);
  });

  test("accepts bytes of the window and of Node", () => {
    const { assertion } = webauthn.assertion;
    // Node's own, and the window's.
    for (const decode of [
      (text: string) => Buffer.from(text, "base64url"),
      (text: string) => new Uint8Array(Buffer.from(text, "base64url")).buffer,
    ]) {
      const { credentialId, clientDataJson, ...rest } = assertion;
      const fields = Object.entries(rest).map(([name, text]) => [name, decode(text)]);
      const response = { clientDataJSON: decode(clientDataJson), ...Object.fromEntries(fields) };
      const credential = { id: "ignored", rawId: decode(credentialId), response };
      expect(toPasskeyAssertion(credential)).toEqual(assertion);
    }
    const ecdh = createECDH("prime256v1");
    const user = { id: ecdh.generateKeys(), name: "ada" };
    const options = passkeyCreationOptions({
      challenge: new TextEncoder().encode("abc"),
      rp: { name: "Example" },
      user,
    });
    expect(options).toMatchObject({ challenge: "YWJj", user: { id: user.id.toString("base64url") } });
    expect(passkeyRequestOptions(HEX).challenge).toBe(Buffer.from(HEX).toString("base64url"));
  });
}
