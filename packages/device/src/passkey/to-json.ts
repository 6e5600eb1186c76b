import { encodeBase64url } from "../bytes/base64url.ts";
import { copyBytes } from "../bytes/read-bytes.ts";

/** A T whose fields, at any depth, may also be undefined. */
type Loose<T> = { readonly [Key in keyof T]: LooseField<T, Key> };
type LooseField<T, Key extends keyof T> =
  | (T[Key] extends object | undefined ? Loose<T[Key]> : T[Key])
  | (object extends Pick<T, Key> ? undefined : never);

/**
 * A copy as WebAuthn's JSON: bytes become base64url at any depth, such as in `extensions`. It leaves out undefined and
 * null, which browsers read as the text "null" or as 0. It does not use `JSON.stringify`, which calls any `toJSON`.
 */
export function toJson<T extends object>(value: Loose<T>): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  const bytes = copyBytes(value);
  if (bytes) return encodeBase64url(bytes);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return Object.fromEntries(entries.map(([name, field]) => [name, copy(field)]));
}
