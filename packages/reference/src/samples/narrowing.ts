import { type JsonObject, listParts, type Operation, readDiscriminator } from "@grid-sdk/openapi";

/** How to narrow a result: by status if there are several, and by the discriminator of its data. */
export function formatNarrowing(document: JsonObject, { responses }: Operation): string {
  const successes = [...responses].filter(([status]) => status >= 200 && status < 300);
  if (successes.length === 1) return successes.map(([, { body }]) => formatData(document, body?.schema)).join("");
  return successes
    .map(([status, { body }]) => {
      const shown = body ? "result.data" : JSON.stringify("done");
      return `if (result.status === ${status}) {\n  console.log(${shown});\n}`;
    })
    .join("\n");
}

function formatData(document: JsonObject, schema: unknown): string {
  if (schema === undefined) return "console.log(result.status);";
  const branches = listBranches(document, schema);
  const own = branches.fields.flatMap(({ value, names }) => {
    const others = branches.fields.filter((branch) => branch.value !== value);
    const only = names.filter((name) => others.some((branch) => !branch.names.includes(name)));
    return only.length > 0 ? [{ value, only }] : [];
  });
  const lines = own.map(({ value, only }) => {
    const shown = only.map((name) => `  console.log(result.data.${name});`).join("\n");
    return `if (result.data.${branches.property} === ${JSON.stringify(value)}) {\n${shown}\n}`;
  });
  return ["console.log(result.data);", ...lines].join("\n");
}

/** The values of a schema's discriminator, each with the required properties of its branch. */
function listBranches(document: JsonObject, schema: unknown) {
  const { property, mapping = [] } = readDiscriminator(document, schema) ?? {};
  const fields = [...mapping].map(([value, $ref]) => {
    const parts = listParts(document, { $ref });
    return { value, names: [...new Set(parts.flatMap((part) => [part["required"] ?? []].flat().map(String)))] };
  });
  return { property, fields };
}
