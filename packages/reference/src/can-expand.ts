import { fieldOf, followRef, isJsonObject, type JsonObject, refOfTarget, resolveRef } from "@grid-sdk/openapi";

/** Of the API's auth part there are 1,600. A browser shows the ten-fold in about two seconds. */
const MOST_OBJECTS = 20_000;

/**
 * Whether all schemas of a document can stand open at once. A schema that leads back to itself would have no end, and
 * schemas that share each other can be too many for a browser.
 */
export function canExpand(document: JsonObject): boolean {
  const rest: unknown[] = [document["paths"], fieldOf(fieldOf(document, "components"), "schemas")];
  for (let objects = 0; rest.length > 0;) {
    const value = rest.pop();
    if (Array.isArray(value)) rest.push(...value);
    if (!isJsonObject(value)) continue;
    if (++objects > MOST_OBJECTS) return false;
    rest.push(...listChildren(document, resolveRef(document, value)));
  }
  return true;
}

/** What may be a schema, or hold one: all but the data of examples. A property may be called `example`. */
function listChildren(document: JsonObject, value: JsonObject): unknown[] {
  const mapping = Object.values(fieldOf(fieldOf(value, "discriminator"), "mapping"));
  return [
    ...Object.values(fieldOf(value, "properties")),
    ...mapping.map((target) => followRef(document, refOfTarget(String(target)))),
    ...Object.entries(value)
      .filter(([key]) => !/^(properties|discriminator|example|examples|default|enum|const|value)$/.test(key))
      .map(([, item]) => item),
  ];
}
