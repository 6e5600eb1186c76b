import { type JsonObject, keysOfRef, valueAt } from "@grid-sdk/openapi";
import { generateSync, type JsonSchema } from "json-schema-faker";
import { sample } from "openapi-sampler";
import { limitDepth } from "./limit-depth.ts";

const SEEDS = [1, 2, 3, 4];

/**
 * Values that a schema may allow, to be validated, the most useful first: with optional properties and without, then at
 * random, the same ones each time, for keywords that a plain sample does not support.
 */
export function* sampleSchema(document: JsonObject, schema: unknown, isRequest: boolean): Generator<unknown> {
  const maxSampleDepth = limitDepth(document, schema);
  const side = isRequest ? { skipReadOnly: true } : { skipWriteOnly: true };
  for (const options of [side, { ...side, skipNonRequired: true }, {}]) {
    yield attempt(() => sample(schema as object, { ...options, maxSampleDepth, quiet: true }, document));
  }
  const refResolver = (ref: string) => valueAt(document, keysOfRef(ref) ?? []) as JsonSchema;
  // A schema's own example may not fit it.
  for (const useExamplesValue of [true, false]) {
    for (const seed of SEEDS) {
      const options = { seed, useExamplesValue, optionalsProbability: 0, refResolver };
      yield attempt(() => generateSync(schema as JsonSchema, options));
    }
  }
}

function attempt(make: () => unknown): unknown {
  try {
    return make();
  } catch {
    return undefined;
  }
}
