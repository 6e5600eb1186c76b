import { asObject, fieldOf, isJsonObject, type JsonObject, type Keys, valueAt } from "@grid-sdk/openapi";
import { createMisfitCheck, createValueCheck } from "./check-value.ts";
import { exemplifyPatterns } from "./exemplify-patterns.ts";
import { listBodies } from "./list-bodies.ts";
import { type Branch, listBodyBranches, listLacking, listValues } from "./list-lacking.ts";
import { type Action, MADE } from "./overlay.ts";
import { remakeExample } from "./remake-example.ts";
import { sampleSchema } from "./sample-schema.ts";
import type { DroppedExample } from "./settle-examples.ts";

export interface MadeExamples {
  /** One for each body without an example, or with a branch that none of its examples fits. */
  readonly actions: readonly Action[];
  /** The bodies that have a made one, by name. */
  readonly made: readonly string[];
  /** The bodies of whose schema, or of a branch of it, no valid example could be made, by name. */
  readonly missing: readonly string[];
  /** The dropped examples that were completed under their names. */
  readonly remade: readonly DroppedExample[];
}

/** Adds examples to the JSON bodies that need them, made from their schemas and validated. Gives the same as actions. */
export function makeExamples(
  document: JsonObject,
  checkValue = createValueCheck(document),
  dropped: readonly DroppedExample[] = [],
): MadeExamples {
  const source = exemplifyPatterns(document);
  const check = createMisfitCheck(checkValue);
  const actions: Action[] = [];
  const made: string[] = [];
  const missing: string[] = [];
  const remade: DroppedExample[] = [];
  for (const body of listBodies(source)) {
    const branches = listBodyBranches(source, body);
    const fits = (value: unknown) => check([...body.keys, "schema"], value) === undefined;
    const sampleOf = ({ schema }: Branch) => sampleSchema(source, schema, body.isRequest);
    const kept = dropped
      .filter(({ keys }) => keys.join() === body.keys.join())
      .flatMap((own) => {
        const example = remakeExample(own, branches, sampleOf, fits);
        return example === undefined ? [] : [{ own, example }];
      });
    const values = [...listValues(source, body), ...kept.map(({ example }) => example["value"])];
    const lacking = listLacking(branches, values, check);
    const others = lacking.flatMap((branch): [string, unknown][] => {
      const value = findExample(sampleOf(branch), branch, fits);
      return value === undefined ? [] : [[branch.name, { value }]];
    });
    if (others.length < lacking.length) missing.push(body.name);
    const examples = [...kept.map(({ own, example }) => [own.name, example] as const), ...others];
    if (examples.length === 0) continue;
    remade.push(...kept.map(({ own }) => own));
    if (others.length > 0) made.push(body.name);
    const mediaType = asObject(valueAt(document, body.keys));
    const update = { examples: Object.fromEntries(examples) };
    mediaType["examples"] = { ...fieldOf(mediaType, "examples"), ...update.examples };
    actions.push({ target: toJsonPath(body.keys), [MADE]: true, update });
  }
  return { actions, made, missing, remade };
}

/** The first sample that fits, if possible one with only named properties: an invented name has no meaning. */
function findExample(samples: Iterable<unknown>, { chosenBy }: Branch, fits: (value: unknown) => boolean): unknown {
  let named: Set<string> | undefined;
  let invented: unknown;
  for (const sample of samples) {
    const value = chosenBy && isJsonObject(sample) ? { ...sample, [chosenBy.property]: chosenBy.values[0] } : sample;
    // The first sample has all that the schema names.
    if (isJsonObject(value)) named ??= new Set(Object.keys(value));
    if (value === undefined || !fits(value)) continue;
    if (!isJsonObject(value) || hasNamed(value, named)) return value;
    invented ??= value;
  }
  return invented;
}

function hasNamed(value: JsonObject, named: ReadonlySet<string> | undefined): boolean {
  return named === undefined || named.size === 0 || Object.keys(value).every((name) => named.has(name));
}

/** RFC 9535, 2.7: a normalized path. */
function toJsonPath(keys: Keys): string {
  return `$${keys.map((key) => `['${String(key).replaceAll(/['\\]/g, String.raw`\$&`)}']`).join("")}`;
}
