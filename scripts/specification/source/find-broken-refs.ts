import {
  fieldOf,
  isJsonObject,
  type JsonObject,
  type Keys,
  keysOfRef,
  refOfTarget,
  valueAt,
  walk,
} from "@grid-sdk/openapi";

export interface BrokenRef {
  readonly keys: Keys;
  readonly message: string;
}

/** Every reference, and every discriminator's target, that leads out of the document, to nothing, or round in a circle. */
export function findBrokenRefs(document: JsonObject): BrokenRef[] {
  return [...walk(document)].flatMap(({ object, keys }) => {
    const { $ref: ref } = object;
    const message = typeof ref === "string" ? checkRef(document, ref) : undefined;
    const own: BrokenRef[] = message === undefined ? [] : [{ keys: [...keys, "$ref"], message }];
    return own.concat(
      findBrokenTargets(document, fieldOf(object, "discriminator"), [...keys, "discriminator", "mapping"]),
    );
  });
}

function findBrokenTargets(document: JsonObject, rule: JsonObject, keys: Keys): BrokenRef[] {
  return Object.entries(fieldOf(rule, "mapping")).flatMap(([value, target]) => {
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
