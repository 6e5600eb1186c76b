import { fieldOf, type Keys, refOfTarget, walk } from "@grid-sdk/openapi";

/**
 * Every `$ref` in a part of a document, and every target of a discriminator; what an example holds is data.
 *
 * @param keys where the part stands
 */
export function listRefs(value: unknown, keys: Keys = []): string[] {
  return [...walk(value, keys)].flatMap(({ object }) => {
    const { $ref: ref } = object;
    const targets = Object.values(fieldOf(fieldOf(object, "discriminator"), "mapping"));
    const refs = targets.map((target) => refOfTarget(String(target)));
    return typeof ref === "string" ? [ref].concat(refs) : refs;
  });
}
