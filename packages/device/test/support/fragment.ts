import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** The specification, as @grid-sdk/core exports it. */
export const fragment = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve("@grid-sdk/core/openapi.json")), "utf8"),
) as { readonly components: { readonly schemas: Record<string, unknown> } };

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ ...fragment, $id: "fragment" });

/** The faults of a value by a schema of the specification, and the fields that the schema does not name. */
export function findViolations(schema: string, value: object): string[] {
  const { properties } = fragment.components.schemas[schema] as { properties?: object };
  const unnamed = properties ? Object.keys(value).filter((name) => !(name in properties)) : [];
  const check = ajv.compile({ $ref: `fragment#/components/schemas/${schema}` });
  check(value);
  const errors = (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [...unnamed.map((name) => `${name} is not named`), ...errors];
}
