import { DocumentError, type Problem } from "./document-error.ts";
import { fieldOf, isJsonObject, type JsonObject } from "./json-object.ts";
import { type Keys, pointerTo } from "./json-pointer.ts";
import { followRef, refOfTarget } from "./references.ts";
import { type Visited, walk } from "../walk/walk.ts";

/** Every reference, and every discriminator's target, that leads out of the document, to nothing, or in a circle. */
export function findBrokenRefs(document: JsonObject): Problem[] {
  return [...walk(document)].flatMap(locateRefs).flatMap(([keys, ref]) => {
    const message = findProblem(document, ref);
    return message === undefined ? [] : [{ pointer: pointerTo(keys), message }];
  });
}

/** Every `$ref` in a part of a document, and every target of a discriminator. `keys`: where the part is. */
export function listRefs(value: unknown, keys: Keys = []): string[] {
  return [...walk(value, keys)].flatMap(locateRefs).map(([, ref]) => ref);
}

function locateRefs({ object, keys }: Visited): [keys: Keys, ref: string][] {
  const { $ref: ref } = object;
  const own: [Keys, string][] = typeof ref === "string" ? [[[...keys, "$ref"], ref]] : [];
  const mapping = Object.entries(fieldOf(object, "discriminator", "mapping"));
  return own.concat(
    mapping.map(([value, target]) => [[...keys, "discriminator", "mapping", value], refOfTarget(String(target))]),
  );
}

function findProblem(document: JsonObject, ref: string): string | undefined {
  const seen = new Set<string>();
  try {
    for (let next: unknown = ref; typeof next === "string";) {
      if (seen.has(next)) return `${ref} refers to itself.`;
      seen.add(next);
      const target = followRef(document, next);
      if (typeof target !== "object" && typeof target !== "boolean") return `${next} must be an object or a boolean.`;
      // A reference with keywords beside it says something itself.
      next = isJsonObject(target) && Object.keys(target).length === 1 ? target["$ref"] : undefined;
    }
    return undefined;
  } catch (error) {
    if (error instanceof DocumentError) return error.summary;
    throw error;
  }
}
