import { asObject, isJsonObject, lookUp, pointerOf, type FragmentProblem, type JsonObject } from "./fragment.ts";
import { isComponent } from "./inline-refs.ts";
import { mapSchema, mapSchemas } from "@grid-sdk/openapi";
import { createReader, type Keys } from "./reader.ts";

/** Schemas that no type can be made of: references to nothing, and schemas that are nothing but themselves. */
export function checkSchemas(document: JsonObject): readonly FragmentProblem[] {
  const reader = createReader(document);
  mapSchemas(document, (schema, keys) => {
    const ref = schema["$ref"];
    if (typeof ref === "string" && reader.attempt([...keys, "$ref"], () => isSchema(lookUp(document, ref))) === false) {
      reader.report([...keys, "$ref"], `${ref} does not exist in the fragment.`);
    }
    return schema;
  });
  if (reader.problems.length > 0) return reader.problems;
  mapSchemas(document, (schema, keys) => {
    const ref = schema["$ref"];
    if (typeof ref === "string" && !isComponent(ref) && leadsBack(document, ref)) {
      reader.report(
        [...keys, "$ref"],
        `${ref} leads back to itself: make what it refers to a component schema, which has a name.`,
      );
    }
    return schema;
  });
  for (const name of Object.keys(asObject(asObject(document["components"])["schemas"]))) {
    const circle = findCircle(document, ["components", "schemas", name]);
    if (circle) {
      const message = `schema ${name} is made of itself (${circle.join(" -> ")}): without a property or an item in between, nothing fits it.`;
      reader.report(["components", "schemas", name], message);
    }
  }
  return reader.problems;
}

/** Whether what a reference leads to, written in its place, would have to be written there again, and so on. */
function leadsBack(document: JsonObject, ref: string): boolean {
  const visit = (target: string, within: readonly string[]): boolean => {
    let found = false;
    mapSchema(lookUp(document, target), [], (schema) => {
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

function isSchema(value: unknown): boolean {
  return isJsonObject(value) || typeof value === "boolean";
}

/** The references by which a schema leads back to itself, by `$ref`, `allOf`, `anyOf` and `oneOf` alone. */
function findCircle(document: JsonObject, start: Keys): string[] | undefined {
  const home = `#${pointerOf(...start)}`;
  const visited = new Set<string>();
  const visit = (value: unknown, way: readonly string[]): string[] | undefined => {
    if (!isJsonObject(value)) return undefined;
    const ref = value["$ref"];
    if (typeof ref === "string") {
      if (ref === home) return [...way, ref];
      if (!visited.has(ref)) {
        visited.add(ref);
        const circle = visit(lookUp(document, ref), [...way, ref]);
        if (circle) return circle;
      }
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const parts: unknown = value[keyword];
      for (const part of Array.isArray(parts) ? parts : []) {
        const circle = visit(part, way);
        if (circle) return circle;
      }
    }
    return undefined;
  };
  return visit(lookUp(document, home), []);
}
