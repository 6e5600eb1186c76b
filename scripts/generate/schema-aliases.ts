/** The exported name of every component schema. */
export function deriveSchemaAliases(names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return "export {};\n";
  return `export type {\n${[...names.values()].map((name) => `  ${name},\n`).join("")}} from "./schema.ts";\n`;
}
