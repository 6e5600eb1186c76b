import { type JsonObject, type Visited, walk } from "@grid-sdk/openapi";
import { inlineRefs, isComponent } from "./inline-refs.ts";
import type { Report } from "./problems.ts";

/** Reports references to parts of components that lead back to themselves: no type can be made of them. */
export function checkSchemas(document: JsonObject, report: Report): void {
  const left = new Set(listPartRefs(inlineRefs(document)).map(({ object }) => object["$ref"]));
  for (const { object, keys } of listPartRefs(document)) {
    const { $ref: ref } = object;
    if (!left.has(ref)) continue;
    report([...keys, "$ref"], `${String(ref)} leads back to itself: move what it refers to into components/schemas.`);
  }
}

/** The schemas that refer to a part of a component. */
function listPartRefs(document: JsonObject): Visited[] {
  return [...walk(document)].filter(
    ({ object: { $ref: ref }, isSchema }) => isSchema && typeof ref === "string" && !isComponent(ref),
  );
}
