import { isJsonObject, type JsonObject } from "@grid-sdk/contract";
import { sample } from "openapi-sampler";
import { createExampleCheck } from "./check-example.ts";
import { listBodies } from "./list-bodies.ts";
import { type Branch, listLacking } from "./list-lacking.ts";
import { type Action, MADE } from "./overlay.ts";

export interface MadeExamples {
  /** One for each body without an example, or with a branch that none of its examples fits. */
  readonly actions: readonly Action[];
  /** The bodies that have a made one, by name. */
  readonly made: readonly string[];
  /** The bodies of whose schema, or of a branch of it, no valid example could be made, by name. */
  readonly missing: readonly string[];
}

/** Examples for what JSON bodies have none of, made of their schemas and held against them. */
export function makeExamples(document: JsonObject): MadeExamples {
  const check = createExampleCheck(document);
  const actions: Action[] = [];
  const made: string[] = [];
  const missing: string[] = [];
  for (const body of listBodies(document)) {
    const lacking = listLacking(document, body, check);
    const examples = lacking.flatMap((branch): [string, unknown][] => {
      const { name } = branch;
      const fits = (value: unknown) => check([...body.keys, "schema"], value) === undefined;
      const found = listCandidates(document, branch, body.isRequest).find(fits);
      return found === undefined ? [] : [[name, { value: found }]];
    });
    if (examples.length < lacking.length) missing.push(body.name);
    if (examples.length === 0) continue;
    made.push(body.name);
    const update = { examples: Object.fromEntries(examples) };
    actions.push({ target: toJsonPath(body.keys), [MADE]: true, update });
  }
  return { actions, made, missing };
}

/** With what an example may leave out, and without. */
function listCandidates(document: JsonObject, { schema, told }: Branch, isRequest: boolean): unknown[] {
  const side = isRequest ? { skipReadOnly: true } : { skipWriteOnly: true };
  return [side, { ...side, skipNonRequired: true }, {}].flatMap((options) => {
    try {
      const value: unknown = sample(schema as object, { ...options, quiet: true }, document);
      if (value === undefined) return [];
      return [told && isJsonObject(value) ? { ...value, [told.property]: told.values[0] } : value];
    } catch {
      return [];
    }
  });
}

/** RFC 9535, 2.7: a normalized path. */
function toJsonPath(keys: readonly string[]): string {
  return `$${keys.map((key) => `['${key.replaceAll(/['\\]/g, String.raw`\$&`)}']`).join("")}`;
}
