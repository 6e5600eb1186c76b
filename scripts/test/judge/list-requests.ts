import { fieldOf, isJsonObject, type JsonObject, listEndpoints, resolveOptional } from "@grid-sdk/openapi";

const DEEPEST = 5;
type Size = "least" | "most";

/** Bodies for every operation: its examples, one with only the required fields, and one with all fields. */
export function listRequests(document: JsonObject): string[] {
  return listEndpoints(document).flatMap(({ operation }) => {
    const content = fieldOf(resolveOptional(document, operation["requestBody"]), "content");
    const media = resolveOptional(document, content["application/json"]);
    if (media["schema"] === undefined) return [];
    const named = Object.values(fieldOf(media, "examples")).map(
      (example) => resolveOptional(document, example)["value"],
    );
    const made = (["least", "most"] as const).flatMap((size) => makeValues(document, media["schema"], size, DEEPEST));
    const bodies = [...named, media["example"], ...made].filter((body) => body !== undefined);
    const type = `Operations[${JSON.stringify(operation["operationId"])}]["input"]`;
    return [...new Set(bodies.map((body) => JSON.stringify(body)))].map(
      (body) => `(send: (body: NonNullable<Extract<${type}, { body?: unknown }>["body"]>) => void) => send(${body})`,
    );
  });
}

/** One value, or one for each branch; undeclared properties only if the schema allows them. */
function makeValues(document: JsonObject, schema: unknown, size: Size, depth: number): unknown[] {
  if (!isJsonObject(schema) || depth === 0) return ["x"];
  const { $ref: ref, type, enum: values, items } = schema;
  if (typeof ref === "string") return makeValues(document, resolveOptional(document, { $ref: ref }), size, depth - 1);
  if ("const" in schema) return [schema["const"]];
  if (Array.isArray(values)) return values;
  const branches = [schema["oneOf"], schema["anyOf"]].find(Array.isArray);
  if (branches) return branches.flatMap((branch) => makeValues(document, branch, size, depth - 1));
  const parts = Array.isArray(schema["allOf"]) ? schema["allOf"] : [];
  if (type === "object" || parts.length > 0 || schema["properties"] !== undefined) {
    const inherited = parts.map((part) => makeValues(document, part, size, depth - 1)[0]);
    return [Object.assign({}, ...inherited, makeObject(document, schema, size, depth))];
  }
  if (type === "array") return [size === "most" ? makeValues(document, items, size, depth - 1) : []];
  const known: Record<string, unknown> = { integer: 1, number: 1.5, boolean: true, null: null };
  return [known[String([type].flat()[0])] ?? "x"];
}

function makeObject(document: JsonObject, schema: JsonObject, size: Size, depth: number): JsonObject {
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  const made = Object.entries(fieldOf(schema, "properties")).flatMap(([name, part]) => {
    const isSent = required.includes(name) || (size === "most" && !(isJsonObject(part) && part["readOnly"] === true));
    return isSent ? [[name, makeValues(document, part, size, depth - 1)[0]]] : [];
  });
  const more = size === "most" && takesAny(schema) ? { undeclared: "x" } : {};
  return { ...Object.fromEntries(made), ...more };
}

function takesAny(schema: JsonObject): boolean {
  const isSilent = schema["additionalProperties"] === undefined;
  return (
    schema["additionalProperties"] === true || (isSilent && Object.keys(fieldOf(schema, "properties")).length === 0)
  );
}
