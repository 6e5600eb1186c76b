import { FragmentError } from "./fragment-error.ts";

/** The keys on the way to a value, numbers for the items of a list. */
export type Keys = readonly (string | number)[];

/**
 * The keys that a reference within the document, `#/…`, is made of; undefined for one that leads elsewhere. Throws a
 * `FragmentError` for percent signs that encode nothing.
 */
export function keysOfRef(ref: string): string[] | undefined {
  if (!ref.startsWith("#/")) return undefined;
  // Decoded one by one: a slash that is percent-encoded separates nothing.
  return ref
    .slice(2)
    .split("/")
    .map((key) => unescape(decode(key, ref)));
}

/** The keys that a JSON pointer (RFC 6901) is made of. */
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
    throw new FragmentError(`${ref} is no reference: its percent signs encode nothing.`);
  }
}

/** The pointer (RFC 6901) to the value that the keys lead to. */
export function pointerTo(keys: Keys): string {
  return keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** What stands where the keys lead; undefined if nothing does. */
export function valueAt(document: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((at, key) => (isContainer(at) && Object.hasOwn(at, key) ? at[key] : undefined), document);
}

function isContainer(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
