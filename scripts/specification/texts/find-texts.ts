import { contextAt, isJsonObject, type JsonObject, type Keys, pointerTo, walk } from "@grid-sdk/openapi";

/** An object of a document. */
export interface ObjectPlace {
  /** The JSON pointer. An item of a list has its reference, name or properties as its key, because lists are reordered. */
  readonly pointer: string;
  readonly object: JsonObject;
  readonly keys: Keys;
  readonly isSchema: boolean;
}

/** A place of a document with a text. */
export interface TextPlace {
  readonly pointer: string;
  /** The object with the text, and its field. */
  readonly owner: JsonObject;
  readonly field: string;
}

/** Fields that are texts in every kind of object. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set(["summary", "description", "example", "examples"]);

/** The places of all texts: those of an object before those within it. What YAML aliases share counts at each place. */
export function findTexts(document: JsonObject): TextPlace[] {
  return findObjects(document).flatMap((place) => {
    const fields = Object.keys(place.object).filter((field) => isText(place, field));
    return fields.map((field) => ({
      pointer: place.pointer + pointerTo([field]),
      owner: place.object,
      field,
    }));
  });
}

/** The objects that may have texts. */
export function findObjects(document: JsonObject): ObjectPlace[] {
  return [...walk(document)]
    .filter(({ keys }) => !isExtension(keys))
    .map((visited) => Object.assign(visited, { pointer: pointerTo(nameKeys(document, visited.keys)) }));
}

/** The keys of a place, with the name of each item of a list in place of its number. */
export function nameKeys(document: JsonObject, keys: Keys): Keys {
  let value: unknown = document;
  return keys.map((key) => {
    const name = Array.isArray(value) ? (nameItems(value)[Number(key)] ?? key) : key;
    value = typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
    return name;
  });
}

function isText({ object, keys, isSchema }: ObjectPlace, field: string): boolean {
  if (object[field] === undefined) return false;
  if (field === "title") return isSchema;
  if (field === "value") return isExampleObject(keys);
  // Elsewhere, `examples` has Example Objects by name.
  return TEXT_FIELDS.has(field) && (field !== "examples" || isSchema || Array.isArray(object[field]));
}

function isExampleObject(keys: Keys): boolean {
  const context = contextAt(keys);
  return context.keys === "fields" && context.of === "example";
}

/** Whether a place is within an extension beside the names of paths, or of an operation's responses. */
function isExtension(keys: Keys): boolean {
  const holdsExtensions = (at: number) => keys[at] === "paths" || (keys[at] === "responses" && at !== COMPONENTS);
  return keys.some((key, at) => String(key).startsWith("x-") && holdsExtensions(at - 1));
}

/** Where the kind of a component is in its keys: a response of any name may be one. */
const COMPONENTS = 1;

/** A unique name for each item. */
function nameItems(items: readonly unknown[]): (string | number)[] {
  const names = items.map(nameItem);
  return names.map((name, at) => {
    const earlier = names.slice(0, at).filter((other) => other === name).length;
    return earlier === 0 ? name : `${name} ${earlier + 1}`;
  });
}

/** The name by which an item is found again at any index of the list. */
function nameItem(item: unknown, at: number): string | number {
  if (!isJsonObject(item)) return at;
  const { $ref, name, in: place, properties } = item;
  if (typeof $ref === "string") return $ref;
  if (typeof name === "string") return [place, name].filter((part) => typeof part === "string").join(" ");
  // A branch of allOf, oneOf or anyOf that is written out.
  return isJsonObject(properties) ? `{${Object.keys(properties).toSorted().join()}}` : at;
}
