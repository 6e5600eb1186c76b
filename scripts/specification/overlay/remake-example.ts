import { isJsonObject, type JsonObject } from "@grid-sdk/openapi";
import { type Branch, isChosenBy } from "./list-lacking.ts";
import type { DroppedExample } from "./settle-examples.ts";

/**
 * An example that does not fit any more, completed with what its schema requires. It keeps its name and its values.
 * Undefined if no such example fits.
 *
 * @param samples of the schema, for what is missing
 */
export function remakeExample(
  { example }: DroppedExample,
  branches: readonly Branch[],
  sampleOf: (branch: Branch) => Iterable<unknown>,
  fits: (value: unknown) => boolean,
): JsonObject | undefined {
  const { value } = example;
  if (!isJsonObject(value)) return undefined;
  for (const branch of branches) {
    if (!isChosenBy(value, branch)) continue;
    const samples = [...sampleOf(branch)].filter(isJsonObject);
    const declared = new Set(samples.flatMap((sample) => Object.keys(sample)));
    const known = Object.fromEntries(Object.entries(value).filter(([name]) => declared.has(name)));
    for (const sample of samples.toSorted((a, b) => Object.keys(a).length - Object.keys(b).length)) {
      // Its own properties come first.
      const remade = { ...known, ...sample, ...known };
      if (fits(remade)) return { ...example, value: remade };
    }
  }
  return undefined;
}
