import { fieldOf, isJsonObject, type JsonObject } from "../document/json-object.ts";
import { resolveRef } from "../document/references.ts";

/** The values that a schema allows for a property by `const` or `enum`; undefined if it does not limit them. */
export function valuesOfProperty(
  document: JsonObject,
  value: unknown,
  property: string,
  seen: Set<unknown> = new Set(),
): unknown[] | undefined {
  if (!isJsonObject(value)) return undefined;
  const schema = resolveRef(document, value);
  if (seen.has(schema)) return undefined;
  seen.add(schema);
  const own = fieldOf(schema, "properties")[property];
  const resolved = isJsonObject(own) ? resolveRef(document, own) : {};
  const said = "const" in resolved ? [resolved["const"]] : resolved["enum"];
  const parts: unknown[] = Array.isArray(schema["allOf"]) ? schema["allOf"] : [];
  const lists = [said, ...parts.map((part) => valuesOfProperty(document, part, property, seen))].filter(Array.isArray);
  const [first, ...others] = lists as unknown[][];
  return first?.filter((item) => others.every((list) => list.includes(item)));
}
