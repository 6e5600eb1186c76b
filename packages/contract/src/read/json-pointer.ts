/** The keys on the way to a value, numbers for the items of a list. */
export type Keys = readonly (string | number)[];

/** The keys that a reference within the document, `#/…`, is made of; undefined for one that leads elsewhere. */
export function keysOfRef(ref: string): string[] | undefined {
  if (!ref.startsWith("#/")) return undefined;
  return ref
    .slice(2)
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
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
