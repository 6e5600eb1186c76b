import { isJsonObject, type JsonObject, type Keys, pointerTo } from "@grid-sdk/openapi";
import { type KindName, OBJECT_KINDS } from "./object-kinds.ts";

/** An object of a document, and its kind in OpenAPI. */
export interface ObjectPlace {
  /** The JSON pointer. An item of a list has its reference, name or properties as its key, because lists are reordered. */
  readonly pointer: string;
  readonly object: JsonObject;
  readonly kind: KindName;
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

/** The places of all texts, in the order of the document. An object that YAML aliases share counts at each place. */
export function findTexts(document: JsonObject): TextPlace[] {
  const texts: TextPlace[] = [];
  visit(document, "document", "", { onText: (place) => texts.push(place) });
  return texts;
}

/** The objects that may have texts. */
export function findObjects(document: JsonObject): ObjectPlace[] {
  const objects: ObjectPlace[] = [];
  visit(document, "document", "", { onObject: (place) => objects.push(place) });
  return objects;
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

interface Visitor {
  readonly onObject?: (place: ObjectPlace) => void;
  readonly onText?: (place: TextPlace) => void;
}

function visit(value: unknown, kind: KindName, pointer: string, visitor: Visitor): void {
  if (Array.isArray(value)) {
    const names = nameItems(value);
    for (const [at, item] of value.entries()) visit(item, kind, pointer + pointerTo([names[at] ?? at]), visitor);
    return;
  }
  if (!isJsonObject(value)) return;
  visitor.onObject?.({ pointer, object: value, kind });
  for (const field of Object.keys(value)) visitField(value, field, kind, pointer + pointerTo([field]), visitor);
}

function visitField(owner: JsonObject, field: string, kind: KindName, pointer: string, visitor: Visitor): void {
  const { fields, maps, rest, texts = [] } = OBJECT_KINDS[kind];
  const value = owner[field];
  const kindInMap = ownField(maps, field);
  if (kindInMap && isJsonObject(value)) {
    for (const [name, item] of Object.entries(value)) visit(item, kindInMap, pointer + pointerTo([name]), visitor);
    return;
  }
  const kindOfField = ownField(fields, field) ?? (field.startsWith("x-") ? undefined : rest);
  if (kindOfField) visit(value, kindOfField, pointer, visitor);
  else if (value !== undefined && (TEXT_FIELDS.has(field) || texts.includes(field)))
    visitor.onText?.({ pointer, owner, field });
}

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

/** An own field only: a field of the document may be called `constructor`. */
function ownField(fields: Readonly<Record<string, KindName>> | undefined, field: string): KindName | undefined {
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
}
