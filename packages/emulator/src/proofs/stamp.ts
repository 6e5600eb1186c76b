import { verify } from "node:crypto";
import { importPublicKey } from "../keys/public-key.ts";
import { parseJsonObject } from "../parse-json-object.ts";

/** A `Grid-Wallet-Signature`. */
export interface Stamp {
  /** Compressed SEC1, hex, lower case. */
  readonly publicKey: string;
  /** DER, hex. */
  readonly signature: string;
}

/**
 * Reads a `Grid-Wallet-Signature`: base64url without padding of JSON with `publicKey`, `scheme` and `signature`.
 * Undefined for anything else.
 */
export function readStamp(header: string): Stamp | undefined {
  const bytes = Buffer.from(header, "base64url");
  if (bytes.toString("base64url") !== header) return undefined;
  const { publicKey, scheme, signature, ...others } = parseJsonObject(bytes.toString("utf8"));
  const isStamp =
    scheme === "SIGNATURE_SCHEME_TK_API_P256" &&
    typeof publicKey === "string" &&
    /^0[23][0-9a-f]{64}$/i.test(publicKey) &&
    typeof signature === "string" &&
    /^([0-9a-f]{2})+$/i.test(signature) &&
    Object.keys(others).length === 0;
  return isStamp ? { publicKey: publicKey.toLowerCase(), signature } : undefined;
}

/** Whether the signature is ECDSA (P-256, SHA-256) over the payload's UTF-8 bytes. A high S is allowed. */
export function verifyStamp({ publicKey, signature }: Stamp, payload: string): boolean {
  try {
    return verify("sha256", Buffer.from(payload), importPublicKey(publicKey), Buffer.from(signature, "hex"));
  } catch {
    return false;
  }
}
