import { isJsonObject, type JsonObject, keysOfRef, refOfTarget, valueAt } from "@grid-sdk/contract";

export interface BrokenRef {
  readonly keys: readonly (string | number)[];
  readonly message: string;
}

/** Every reference, and every discriminator's target, that leads out of the document, to nothing, or round in a circle. */
export function findBrokenRefs(document: JsonObject): BrokenRef[] {
  const broken: BrokenRef[] = [];
  const visit = (value: unknown, keys: readonly (string | number)[]): void => {
    if (Array.isArray(value)) for (const [at, item] of value.entries()) visit(item, [...keys, at]);
    if (!isJsonObject(value)) return;
    for (const [key, item] of Object.entries(value)) {
      const isNamed = keys.at(-1) === "properties";
      if (!isNamed && (key === "example" || key === "default" || key === "const" || key === "enum")) continue;
      if (key === "value" && isExample(keys)) continue;
      if (key === "$ref" && typeof item === "string") {
        const message = checkRef(document, item);
        if (message) broken.push({ keys: [...keys, key], message });
      } else if (key === "discriminator" && !isNamed) {
        broken.push(...findBrokenTargets(document, item, [...keys, key, "mapping"]));
      } else visit(item, [...keys, key]);
    }
  };
  visit(document, []);
  return broken;
}

function findBrokenTargets(document: JsonObject, rule: unknown, keys: readonly (string | number)[]): BrokenRef[] {
  const mapping = isJsonObject(rule) && isJsonObject(rule["mapping"]) ? rule["mapping"] : {};
  return Object.entries(mapping).flatMap(([value, target]) => {
    const message = checkRef(document, refOfTarget(String(target)));
    return message ? [{ keys: [...keys, value], message }] : [];
  });
}

function checkRef(document: JsonObject, ref: string): string | undefined {
  const seen = new Set<string>();
  let next: unknown = ref;
  while (typeof next === "string") {
    if (seen.has(next)) return `${ref} leads round in a circle, to nothing.`;
    seen.add(next);
    const keys = keysOfRef(next);
    if (!keys) return `${next} leads out of the document.`;
    const target = valueAt(document, keys);
    if (target === undefined) return `${next} does not exist.`;
    // A reference with a schema beside it says something itself.
    next = isJsonObject(target) && Object.keys(target).length === 1 ? target["$ref"] : undefined;
  }
  return undefined;
}

function isExample(keys: readonly (string | number)[]): boolean {
  return keys.at(-2) === "examples";
}
