import { GridDeviceError } from "../errors/grid-device-error.ts";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";

/** Bytes of a live credential, or their base64url of its JSON. */
export type Bytes = ArrayBuffer | ArrayBufferView | string;

/** The bytes in a field of an object from outside. Throws `INVALID_CREDENTIAL` for none, and for what is no bytes. */
export function readBytes(from: object, field: string, name = field): Uint8Array<ArrayBuffer> {
  try {
    const bytes = copyBytes((from as Readonly<Record<string, unknown>>)[field]);
    if (bytes.length > 0) return bytes;
  } catch {
    // Not base64url. The text stays out of the message: it may be anything.
  }
  throw new GridDeviceError("INVALID_CREDENTIAL", `${name} must be bytes or base64url, and not empty`);
}

/** The same as strict base64url. */
export function readBase64url(from: object, field: string, name?: string): string {
  return encodeBase64url(readBytes(from, field, name));
}

function copyBytes(value: unknown): Uint8Array<ArrayBuffer> {
  if (typeof value === "string") return decodeBase64url(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  // Not by instanceof: the buffer may come from another realm, such as a frame or an extension.
  const isBuffer = Object.prototype.toString.call(value) === "[object ArrayBuffer]";
  return new Uint8Array(isBuffer ? (value as ArrayBuffer) : []);
}
