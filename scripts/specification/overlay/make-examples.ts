import { isJsonObject, type JsonObject } from "@grid-sdk/contract";
import { createCompiler, createExampleCheck } from "./compile-schema.ts";
import { exemplifyPatterns } from "./exemplify-patterns.ts";
import { listBodies } from "./list-bodies.ts";
import { type Branch, listLacking } from "./list-lacking.ts";
import { type Action, MADE } from "./overlay.ts";
import { sampleSchema } from "./sample-schema.ts";

export interface MadeExamples {
  /** One for each body without an example, or with a branch that none of its examples fits. */
  readonly actions: readonly Action[];
  /** The bodies that have a made one, by name. */
  readonly made: readonly string[];
  /** The bodies of whose schema, or of a branch of it, no valid example could be made, by name. */
  readonly missing: readonly string[];
}

/** Examples for what JSON bodies have none of, made of their schemas and held against them. */
export function makeExamples(document: JsonObject, compile = createCompiler(document)): MadeExamples {
  const source = exemplifyPatterns(document);
  const check = createExampleCheck(compile);
  const actions: Action[] = [];
  const made: string[] = [];
  const missing: string[] = [];
  for (const body of listBodies(source)) {
    const lacking = listLacking(source, body, check);
    const fits = (value: unknown) => check([...body.keys, "schema"], value) === undefined;
    const examples = lacking.flatMap((branch): [string, unknown][] => {
      const value = findExample(sampleSchema(source, branch.schema, body.isRequest), branch, fits);
      return value === undefined ? [] : [[branch.name, { value }]];
    });
    if (examples.length < lacking.length) missing.push(body.name);
    if (examples.length === 0) continue;
    made.push(body.name);
    const update = { examples: Object.fromEntries(examples) };
    actions.push({ target: toJsonPath(body.keys), [MADE]: true, update });
  }
  return { actions, made, missing };
}

function findExample(samples: Iterable<unknown>, { told }: Branch, fits: (value: unknown) => boolean): unknown {
  for (const sample of samples) {
    const value = told && isJsonObject(sample) ? { ...sample, [told.property]: told.values[0] } : sample;
    if (value !== undefined && fits(value)) return value;
  }
  return undefined;
}

/** RFC 9535, 2.7: a normalized path. */
function toJsonPath(keys: readonly string[]): string {
  return `$${keys.map((key) => `['${key.replaceAll(/['\\]/g, String.raw`\$&`)}']`).join("")}`;
}
