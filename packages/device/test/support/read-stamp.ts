import { verify } from "node:crypto";
import { p256 } from "@noble/curves/nist.js";
import { describePublicKey } from "./public-key.ts";

export interface Stamp {
  readonly publicKey: string;
  readonly scheme: string;
  readonly signature: string;
}

/** Strict: base64url without padding, the three fields in their order and nothing else. */
export function readStamp(header: string): Stamp {
  const text = Buffer.from(header, "base64url").toString();
  if (Buffer.from(text).toString("base64url") !== header) throw new Error("not base64url without padding");
  const stamp = JSON.parse(text) as Stamp;
  if (Object.keys(stamp).join() !== "publicKey,scheme,signature") throw new Error(`fields: ${Object.keys(stamp)}`);
  if (stamp.scheme !== "SIGNATURE_SCHEME_TK_API_P256") throw new Error(`scheme: ${stamp.scheme}`);
  return stamp;
}

/** Verifies a stamp as the API does: s can be high or low. Noble and OpenSSL have to agree. */
export function verifyStamp(header: string, payload: string): boolean {
  const { publicKey, signature } = readStamp(header);
  const der = Buffer.from(signature, "hex");
  const message = new TextEncoder().encode(payload);
  const byOpenSsl = verify("sha256", message, describePublicKey(publicKey), der);
  const byNoble = p256.verify(der, message, Buffer.from(publicKey, "hex"), { format: "der", lowS: false });
  if (byOpenSsl !== byNoble) throw new Error(`OpenSSL says ${byOpenSsl}, noble says ${byNoble}`);
  return byNoble;
}
