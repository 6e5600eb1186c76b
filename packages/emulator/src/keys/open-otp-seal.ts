import { parseJsonObject } from "../parse-json-object.ts";
import type { SealTarget } from "../state/model.ts";
import { fromHex, INFO, SUITE } from "./hpke.ts";

/** The parts of an `encryptedOtpBundle`, in hex. */
export interface OtpSeal {
  /** Uncompressed SEC1. */
  readonly encappedPublic: string;
  readonly ciphertext: string;
}

/** Reads the JSON of an `encryptedOtpBundle`. Undefined for anything else. */
export function readOtpSeal(text: string): OtpSeal | undefined {
  const { encappedPublic, ciphertext } = parseJsonObject(text);
  const isSeal =
    typeof encappedPublic === "string" &&
    /^04[0-9a-f]{128}$/i.test(encappedPublic) &&
    typeof ciphertext === "string" &&
    /^([0-9a-f]{2})+$/i.test(ciphertext);
  return isSeal ? { encappedPublic, ciphertext } : undefined;
}

/** Opens a seal: the JSON in it, as an object. Undefined if this key does not open it, or if it has no JSON object. */
export async function openOtpSeal(
  { encappedPublic, ciphertext }: OtpSeal,
  { privateKey, publicKey }: SealTarget,
): Promise<Record<string, unknown> | undefined> {
  try {
    const enc = fromHex(encappedPublic);
    const recipient = fromHex(publicKey);
    const key = {
      privateKey: await importPrivateKey(privateKey, recipient),
      publicKey: await SUITE.DeserializePublicKey(recipient),
    };
    const context = await SUITE.SetupRecipient(key, enc, { info: INFO });
    const opened = await context.Open(fromHex(ciphertext), Uint8Array.of(...enc, ...recipient));
    return parseJsonObject(Buffer.from(opened).toString("utf8"));
  } catch {
    return undefined;
  }
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

/** Not with the library: it calls a function that Node warns about. */
function importPrivateKey(privateKey: string, publicKey: Uint8Array): Promise<CryptoKey> {
  const [x, y] = [encode(publicKey.subarray(1, 33)), encode(publicKey.subarray(33))];
  const jwk = { kty: "EC", crv: "P-256", x, y, d: encode(fromHex(privateKey)) };
  return crypto.subtle.importKey("jwk", jwk, { name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
}
