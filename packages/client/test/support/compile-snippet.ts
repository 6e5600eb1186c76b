import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileAsConsumer } from "../../../../consumer.base.ts";

const folder = new URL("../../node_modules/.cache/", import.meta.url);

/** What the compiler says of code that a Node consumer of the built package might write. */
export function compileSnippet(name: string, code: string): string[] {
  mkdirSync(folder, { recursive: true });
  const path = fileURLToPath(new URL(`${name}.ts`, folder));
  writeFileSync(path, code);
  return compileAsConsumer([path], { types: ["node"] }).messages;
}
