import type { Problem } from "./document-error.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import { pointerTo } from "./json-pointer.ts";
import { holdsObjects } from "../walk/fields.ts";
import { walk } from "../walk/walk.ts";

/** Every value that is not an object where OpenAPI has objects by name or in a list: paths, responses, parameters, … */
export function findMisplaced(document: JsonObject): Problem[] {
  const fields = [...walk(document)].flatMap(({ object, keys, isSchema }) =>
    isSchema ? [] : Object.entries(object).map(([field, value]) => ({ keys: [...keys, field], field, value })),
  );
  return fields.flatMap(({ keys, field, value }) => {
    if (!holdsObjects(field)) return [];
    const items = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return items.flatMap(([name, item]) => {
      if (isJsonObject(item) || name.startsWith("x-")) return [];
      const message = `${field} must hold only objects; found ${JSON.stringify(item)}.`;
      return [{ pointer: pointerTo([...keys, name]), message }];
    });
  });
}
