import { fieldOf, followRef, isJsonObject, type JsonObject } from "@grid-sdk/openapi";

/** What openapi-sampler goes to by itself. */
const DEEPEST = 15;
/** A person shall be able to read an example. */
const MOST_VALUES = 2_000;

/**
 * The depth to which a sample of a schema holds no more values than a person would read: where schemas hold each other,
 * each level multiplies them. Counted once per schema and level, which is quick where the sample itself would not end.
 */
export function limitDepth(document: JsonObject, schema: unknown): number {
  const counts = Array.from({ length: DEEPEST + 1 }, () => new Map<unknown, number>());

  function count(part: unknown, levels: number): number {
    if (levels === 0 || !isJsonObject(part)) return 1;
    const known = counts[levels]?.get(part);
    if (known !== undefined) return known;
    // Until it is known: a schema that holds itself without a level between adds nothing to itself.
    counts[levels]?.set(part, 0);
    const target = typeof part["$ref"] === "string" ? [followRef(document, part["$ref"])] : [];
    const same = [...target, ...listOf(part["allOf"]), ...firstOf(part["oneOf"]), ...firstOf(part["anyOf"])];
    const below = [...Object.values(fieldOf(part, "properties")), part["additionalProperties"], part["items"]];
    const total =
      1 +
      same.reduce<number>((sum, inner) => sum + count(inner, levels), 0) +
      below.filter(isJsonObject).reduce((sum, inner) => sum + count(inner, levels - 1), 0);
    counts[levels]?.set(part, total);
    return total;
  }

  let depth = 1;
  while (depth < DEEPEST && count(schema, depth + 1) <= MOST_VALUES) depth++;
  return depth;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const firstOf = (value: unknown): unknown[] => listOf(value).slice(0, 1);
