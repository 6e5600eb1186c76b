import { DocumentError, type Problem } from "./document-error.ts";
import { fieldOf, isJsonObject, type JsonObject } from "./json-object.ts";
import { type Keys, pointerTo } from "./json-pointer.ts";
import { followRef, refOfTarget } from "./references.ts";
import { walk } from "../walk/walk.ts";

/** Every reference, and every discriminator's target, that leads out of the document, to nothing, or in a circle. */
export function findBrokenRefs(document: JsonObject): Problem[] {
  return [...walk(document)].flatMap(({ object, keys }) => {
    const mapping = Object.entries(fieldOf(object, "discriminator", "mapping"));
    const targets = mapping.map(([value, target]): [Keys, unknown] => [
      [...keys, "discriminator", "mapping", value],
      refOfTarget(String(target)),
    ]);
    return [[[...keys, "$ref"], object["$ref"]] as const, ...targets].flatMap(([at, ref]) => {
      const message = typeof ref === "string" ? findProblem(document, ref) : undefined;
      return message === undefined ? [] : [{ pointer: pointerTo(at), message }];
    });
  });
}

/** Every `$ref` in a part of a document, and every target of a discriminator. `keys`: where the part is. */
export function listRefs(value: unknown, keys: Keys = []): string[] {
  return [...walk(value, keys)].flatMap(({ object }) => {
    const { $ref: ref } = object;
    const targets = Object.values(fieldOf(object, "discriminator", "mapping"));
    const refs = targets.map((target) => refOfTarget(String(target)));
    return typeof ref === "string" ? [ref].concat(refs) : refs;
  });
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
