import { fieldOf, isJsonObject, type JsonObject, resolveRef } from "@grid-sdk/openapi";

const TEXTS: Readonly<Record<string, string>> = {
  "date-time": "2026-01-01T00:00:00Z",
  date: "2026-01-01",
  email: "user@example.com",
  uri: "https://example.com",
  uuid: "00000000-0000-4000-8000-000000000000",
};

/** A plain value of a schema without an example in the document: its own example, else its required parts. */
export function sampleValue(document: JsonObject, schema: unknown, above: readonly unknown[] = []): unknown {
  if (!isJsonObject(schema)) return {};
  const own = resolveRef(document, schema);
  if (above.includes(own)) return {};
  const [example] = Array.isArray(own["examples"]) ? own["examples"] : [];
  const [first] = Array.isArray(own["enum"]) ? own["enum"] : [];
  const given = own["example"] ?? example ?? own["const"] ?? own["default"] ?? first;
  if (given !== undefined) return given;
  const within = [...above, own];
  const [branch] = [own["oneOf"] ?? own["anyOf"] ?? []].flat();
  const parts = [...[own["allOf"] ?? []].flat(), ...(branch === undefined ? [] : [branch])];
  if (parts.length === 0) return sampleType(document, own, within);
  const values = parts.map((part) => sampleValue(document, part, within));
  return values.every(isJsonObject) ? Object.assign(sampleObject(document, own, within), ...values) : values[0];
}

function sampleType(document: JsonObject, schema: JsonObject, above: readonly unknown[]): unknown {
  const [type = "properties" in schema ? "object" : "string"] = [schema["type"] ?? []].flat();
  if (type === "object") return sampleObject(document, schema, above);
  if (type === "array") return [sampleValue(document, schema["items"], above)];
  if (type === "boolean") return true;
  if (type === "null") return null;
  if (type === "integer" || type === "number") return schema["minimum"] ?? 1;
  return TEXTS[String(schema["format"])] ?? "text".repeat(Math.ceil(Number(schema["minLength"] ?? 1) / 4));
}

function sampleObject(document: JsonObject, schema: JsonObject, above: readonly unknown[]): JsonObject {
  const properties = fieldOf(schema, "properties");
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  return Object.fromEntries(
    required
      .filter((name) => Object.hasOwn(properties, name))
      .map((name) => [name, sampleValue(document, properties[name], above)]),
  );
}
