import { fieldOf, isJsonObject, type JsonObject, listParts, resolveRef, subschemasOf } from "@grid-sdk/openapi";

/**
 * A copy in which no schema requires a property that is marked as `readOnly`, or `writeOnly`. OpenAPI 3.1, following
 * 3.0's Schema Object: "required will take effect on the response only", or on the request.
 */
export function leaveOut(document: JsonObject, value: unknown, mark: "readOnly" | "writeOnly"): unknown {
  const copy = (item: unknown, outer: ReadonlySet<string>): unknown => {
    if (Array.isArray(item)) return item.map((entry) => copy(entry, outer));
    if (!isJsonObject(item)) return item;
    const subschemas = subschemasOf(item);
    const marked = new Set([...outer, ...(declares(item) ? listMarked(document, item, mark) : [])]);
    const entries = Object.entries(item).map(([key, entry]): [string, unknown] => {
      if (key === "required" && Array.isArray(entry)) return [key, entry.filter((name) => !marked.has(String(name)))];
      // What is combined describes the same object; what is nested describes another one.
      const { describes } = subschemas.find(({ keyword }) => keyword === key) ?? {};
      return [key, copy(entry, describes === "value" || describes === "condition" ? marked : new Set())];
    });
    return Object.fromEntries(entries);
  };
  return copy(value, new Set());
}

/** Whether a schema declares properties, by itself or by the schemas that it combines; a reference is checked where it leads. */
export function declares(schema: JsonObject): boolean {
  return "properties" in schema || subschemasOf(schema).some(({ describes }) => describes === "value");
}

function listMarked(document: JsonObject, schema: JsonObject, mark: string): string[] {
  return listParts(document, schema).flatMap((part) =>
    Object.entries(fieldOf(part, "properties")).flatMap(([name, property]) =>
      isJsonObject(property) && resolveRef(document, property)[mark] === true ? [name] : [],
    ),
  );
}
