import { fieldOf, findCircle, followRef, type JsonObject, mapSchema, pointerTo, walk } from "@grid-sdk/openapi";
import { isComponent } from "./inline-refs.ts";
import type { Report } from "./problems.ts";

/** Reports schemas that no type can be made of, because they lead back to themselves. References lead somewhere. */
export function checkSchemas(document: JsonObject, report: Report): void {
  for (const { object, keys, isSchema } of walk(document)) {
    const { $ref: ref } = object;
    if (!isSchema || typeof ref !== "string" || isComponent(ref) || !leadsBack(document, ref)) continue;
    report([...keys, "$ref"], `${ref} leads back to itself: move what it refers to into components/schemas.`);
  }
  for (const name of Object.keys(fieldOf(document, "components", "schemas"))) {
    const keys = ["components", "schemas", name];
    const circle = findCircle(document, `#${pointerTo(keys)}`);
    if (!circle) continue;
    const way = circle.join(" -> ");
    report(
      keys,
      `schema ${name} is made of itself (${way}), so no value can fit it: put a property or an item in between.`,
    );
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
