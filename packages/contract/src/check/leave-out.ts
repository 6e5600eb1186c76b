import { fieldOf, isJsonObject, type JsonObject, resolveRef } from "@grid-sdk/openapi";
import { partsOf } from "./schema-parts.ts";

/**
 * A copy in which no schema requires a property that is marked as `readOnly`, or `writeOnly`. OpenAPI 3.1, following
 * 3.0's Schema Object: "required will take effect on the response only", or on the request.
 */
export function leaveOut(document: JsonObject, value: unknown, mark: "readOnly" | "writeOnly"): unknown {
  const copy = (item: unknown, outer: ReadonlySet<string>): unknown => {
    if (Array.isArray(item)) return item.map((entry) => copy(entry, outer));
    if (!isJsonObject(item)) return item;
    const marked = new Set([...outer, ...listMarked(document, item, mark)]);
    const entries = Object.entries(item).map(([key, entry]): [string, unknown] => {
      if (key === "required" && Array.isArray(entry)) return [key, entry.filter((name) => !marked.has(String(name)))];
      // What is combined speaks of the same object; what is nested speaks of another one.
      return [key, copy(entry, /^(allOf|anyOf|oneOf|if|then|else)$/.test(key) ? marked : new Set())];
    });
    return Object.fromEntries(entries);
  };
  return copy(value, new Set());
}

function listMarked(document: JsonObject, schema: JsonObject, mark: string): string[] {
  if (!["properties", "allOf", "anyOf", "oneOf"].some((keyword) => keyword in schema)) return [];
  return partsOf(document, schema).flatMap((part) =>
    Object.entries(fieldOf(part, "properties")).flatMap(([name, property]) =>
      isJsonObject(property) && resolveRef(document, property)[mark] === true ? [name] : [],
    ),
  );
}
