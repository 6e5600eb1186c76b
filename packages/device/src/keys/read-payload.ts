import { encodeUtf8 } from "../bytes/utf8.ts";

/** The bytes to sign: the unchanged characters. Throws a `TypeError` for a value that is not a payload. */
export function readPayload(payloadToSign: string): Uint8Array<ArrayBuffer> {
  if (typeof payloadToSign !== "string" || payloadToSign === "")
    throw new TypeError("payloadToSign must be the string of the API's 202 response");
  return encodeUtf8(payloadToSign);
}
