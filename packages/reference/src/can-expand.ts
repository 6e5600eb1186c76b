import { fieldOf, followRef, isJsonObject, type JsonObject, refOfTarget, resolveRef } from "@grid-sdk/openapi";

/** The auth part has 1,600 of them. A browser shows ten times as many in about two seconds. */
const MOST_OBJECTS = 20_000;

/**
 * Whether a page can show all schemas of a document expanded. A recursive schema would never end, and schemas that use each
 * other often can be too many for a browser.
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

/** Finds what can be or contain a schema: all except example data. A property may have the name `example`. */
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
