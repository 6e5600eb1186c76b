import { followRef, type JsonObject, mapSchema, walk } from "@grid-sdk/openapi";
import { isComponent } from "./inline-refs.ts";
import type { Report } from "./problems.ts";

/** Reports references to parts of components that lead back to themselves: no type can be made of them. */
export function checkSchemas(document: JsonObject, report: Report): void {
  for (const { object, keys, isSchema } of walk(document)) {
    const { $ref: ref } = object;
    if (!isSchema || typeof ref !== "string" || isComponent(ref) || !leadsBack(document, ref)) continue;
    report([...keys, "$ref"], `${ref} leads back to itself: move what it refers to into components/schemas.`);
  }
}

/** Whether what a reference leads to, written in its place, would have to be written there again, and so on. */
function leadsBack(document: JsonObject, ref: string): boolean {
  const visit = (target: string, within: readonly string[]): boolean => {
    let found = false;
    mapSchema(followRef(document, target), [], (schema) => {
      const next = schema["$ref"];
      if (typeof next === "string" && !isComponent(next)) {
        found ||= next === ref || (!within.includes(next) && visit(next, [...within, next]));
      }
      return schema;
    });
    return found;
  };
  return visit(ref, []);
}
