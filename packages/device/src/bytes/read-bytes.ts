import { GridDeviceError } from "../errors/grid-device-error.ts";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { readField } from "./read-field.ts";

/** Bytes of a live credential, or their base64url of its JSON. */
export type Bytes = ArrayBuffer | ArrayBufferView | string;

/** The bytes in a field of an object from outside. Throws `INVALID_CREDENTIAL` without a field, and for other values. */
export function readBytes(from: object, field: string, name = field): Uint8Array<ArrayBuffer> {
  const value = readField(from, field);
  try {
    const bytes = typeof value === "string" ? decodeBase64url(value) : copyBytes(value);
    if (bytes && bytes.length > 0) return bytes;
  } catch {
    // Not base64url, or a detached buffer. The message does not contain the value, which can be a secret.
  }
  throw new GridDeviceError("INVALID_CREDENTIAL", `${name} must be bytes or base64url, and not empty`);
}

/** The same bytes, as strict base64url. */
export function readBase64url(from: object, field: string, name?: string): string {
  return encodeBase64url(readBytes(from, field, name));
}

/**
 * A copy of bytes, in a `Uint8Array` of this realm. Undefined for anything else. It does not use `instanceof`: bytes can
 * come from another realm, such as a frame, an extension or jsdom.
 */
export function copyBytes(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (ArrayBuffer.isView(value))
    return Uint8Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  const isBuffer = Object.prototype.toString.call(value) === "[object ArrayBuffer]";
  return isBuffer ? new Uint8Array(value as ArrayBuffer).slice() : undefined;
}
