import { fieldOf, isJsonObject, type JsonObject, listEndpoints, resolveOptional } from "@grid-sdk/openapi";

const DEEPEST = 4;
/** Uses of a value with a known type, which do not compile with another type or a missing value. */
const USES: Record<string, string> = {
  string: ".length",
  number: ".toFixed()",
  integer: ".toFixed()",
  boolean: ".valueOf()",
};

/** Ordinary reads of every operation's `data`: each path to a property, as required and as optional. */
export function listReads(document: JsonObject): string[] {
  return listEndpoints(document).flatMap(({ operation }) => {
    const statuses = Object.entries(fieldOf(operation, "responses")).filter(([status]) => status.startsWith("2"));
    const ways = statuses.flatMap(([, response]) =>
      Object.values(fieldOf(resolveOptional(document, response), "content")).flatMap((media) =>
        listWays(document, resolveOptional(document, media)["schema"], DEEPEST),
      ),
    );
    const type = `Operations[${JSON.stringify(operation["operationId"])}]["success"]`;
    return [...new Set(ways.flatMap((way) => [withoutQuestions(way), way]))].map(
      (way) => `(value: ${type}) => value.data${way}`,
    );
  });
}

function withoutQuestions(way: string): string {
  return way.replaceAll("?.[", "[").replaceAll("?.", ".");
}

/** With `?.` before every step; of a union those of all branches, of which most do not compile and are not counted. */
function listWays(document: JsonObject, schema: unknown, depth: number): string[] {
  if (!isJsonObject(schema) || depth === 0) return [];
  const { $ref: ref, type, items, additionalProperties } = schema;
  const inner = (part: unknown, step = "", deeper = 0) =>
    listWays(document, part, depth - deeper).map((way) => step + way);
  const parts = [schema["allOf"], schema["oneOf"], schema["anyOf"]].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  const properties = Object.entries(fieldOf(schema, "properties"));
  const isBare = type === "object" && properties.length === 0 && additionalProperties === undefined;
  const use = typeof type === "string" ? USES[type] : undefined;
  return [
    ...(typeof ref === "string" ? inner(resolveOptional(document, { $ref: ref }), "", 1) : []),
    ...(use === undefined ? [] : [`?${use}`]),
    ...parts.flatMap((part) => inner(part, "", 1)),
    ...properties.flatMap(([name, part]) => {
      const step = `?.[${JSON.stringify(name)}]`;
      return [step].concat(inner(part, step, 1));
    }),
    ...(items === undefined ? [] : inner(items, "?.[0]", 1)),
    ...(additionalProperties === true || isBare ? ['?.["undeclared"]'] : []),
  ];
}
