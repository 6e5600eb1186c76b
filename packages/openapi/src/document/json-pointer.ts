import { DocumentError } from "./document-error.ts";

/** The keys on the way to a value, numbers for the items of a list. */
export type Keys = readonly (string | number)[];

/**
 * The keys of a reference within the document, `#/…`; undefined for a reference to another document. Throws a
 * `DocumentError` for percent signs that encode nothing.
 */
export function keysOfRef(ref: string): string[] | undefined {
  if (!ref.startsWith("#/")) return undefined;
  // Decoded one by one: a slash that is percent-encoded separates nothing.
  return ref
    .slice(2)
    .split("/")
    .map((key) => unescape(decode(key, ref)));
}

/** The keys of a JSON pointer (RFC 6901). */
export function keysOfPointer(pointer: string): string[] {
  return pointer.split("/").slice(1).map(unescape);
}

function unescape(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

function decode(key: string, ref: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    throw new DocumentError(`${ref} is not a valid reference: a percent sign is not followed by two hex digits.`);
  }
}

/** The pointer (RFC 6901) to the value that the keys lead to. */
export function pointerTo(keys: Keys): string {
  return keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The value that the keys lead to; undefined if it does not exist. */
export function valueAt(document: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((at, key) => (isContainer(at) && Object.hasOwn(at, key) ? at[key] : undefined), document);
}

function isContainer(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
