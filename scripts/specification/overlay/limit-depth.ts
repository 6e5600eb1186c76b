import { followRef, isJsonObject, type JsonObject, subschemasOf } from "@grid-sdk/openapi";

/** The depth that openapi-sampler goes to by default. */
const DEEPEST = 15;
/** A person must be able to read an example. */
const MOST_VALUES = 2_000;

/**
 * The depth to which a sample of a schema has no more values than a person would read: where schemas contain each other,
 * each level multiplies them. Counts once per schema and level, which is quick where the sample itself would not end.
 */
export function limitDepth(document: JsonObject, schema: unknown): number {
  const counts = Array.from({ length: DEEPEST + 1 }, () => new Map<unknown, number>());

  function count(part: unknown, levels: number): number {
    if (levels === 0 || !isJsonObject(part)) return 1;
    const known = counts[levels]?.get(part);
    if (known !== undefined) return known;
    // Until it is known: a schema that contains itself without a level in between adds nothing to itself.
    counts[levels]?.set(part, 0);
    const target = typeof part["$ref"] === "string" ? count(followRef(document, part["$ref"]), levels) : 0;
    const sampled = subschemasOf(part).filter(({ keyword, schema: inner }) => {
      // Of alternatives, a sample has the first.
      const [first] = Array.isArray(part[keyword]) && keyword !== "allOf" ? part[keyword] : [inner];
      return isJsonObject(inner) && inner === first;
    });
    const inner = sampled.map(({ schema: held, describes }) => {
      if (describes === "value") return count(held, levels);
      return describes === "part" ? count(held, levels - 1) : 0;
    });
    const total = inner.reduce((sum, number) => sum + number, 1 + target);
    counts[levels]?.set(part, total);
    return total;
  }

  let depth = 1;
  while (depth < DEEPEST && count(schema, depth + 1) <= MOST_VALUES) depth++;
  return depth;
}
