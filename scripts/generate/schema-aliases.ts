import { FragmentError, isJsonObject, type JsonObject } from "./fragment.ts";
import { jsdoc } from "./jsdoc.ts";

/** An exported alias for every component schema, under its own name. */
export function deriveSchemaAliases(document: JsonObject): string {
  const components = isJsonObject(document["components"]) ? document["components"] : {};
  const schemas = isJsonObject(components["schemas"]) ? components["schemas"] : {};
  const aliases = Object.entries(schemas).map(([name, schema]) => {
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) {
      throw new FragmentError(
        `#/components/schemas/${name} must be named like a TypeScript type: its name is exported.`,
      );
    }
    const description = isJsonObject(schema) ? String(schema["description"] ?? "") : "";
    return `${jsdoc([description])}export type ${name} = components["schemas"]["${name}"];\n`;
  });
  return `import type { components } from "./schema.ts";\n\n${aliases.join("\n")}`;
}
