import { Buffer } from "node:buffer";
import { deserialize, serialize } from "node:v8";

export { webcrypto } from "node:crypto";
export { URL as NodeUrl } from "node:url";
export { TextDecoder as NodeTextDecoder, TextEncoder as NodeTextEncoder } from "node:util";

/** The Uint8Array of Node's own modules. In Jest, the global one belongs to another realm. */
export const NodeBytes: typeof globalThis.Uint8Array = Object.getPrototypeOf(Buffer);

/** No module of Node has `structuredClone`. */
export function cloneValue<Value>(value: Value): Value {
  return deserialize(serialize(value)) as Value;
}
