import { isJsonObject, type JsonObject } from "../document/json-object.ts";
import { keysOfRef, valueAt } from "../document/json-pointer.ts";
import { subschemasOf } from "../walk/fields.ts";

/**
 * The references by which a schema leads back to itself without a property or an item in between, so that no value can
 * ever be validated; undefined if it does not. `home`: the reference to the schema.
 */
export function findCircle(document: JsonObject, home: string): string[] | undefined {
  const visited = new Set<string>();
  const visit = (value: unknown, way: readonly string[]): string[] | undefined => {
    if (!isJsonObject(value)) return undefined;
    const ref = value["$ref"];
    if (ref === home) return [...way, home];
    const targets =
      typeof ref === "string" && !visited.has(ref) ? [[lookUp(document, ref), [...way, ref]] as const] : [];
    if (typeof ref === "string") visited.add(ref);
    const parts = subschemasOf(value).filter(({ describes }) => describes === "value" || describes === "condition");
    for (const [next, nextWay] of [...targets, ...parts.map(({ schema }) => [schema, way] as const)]) {
      const circle = visit(next, nextWay);
      if (circle) return circle;
    }
    return undefined;
  };
  return visit(lookUp(document, home), []);
}

function lookUp(document: JsonObject, ref: string): unknown {
  return valueAt(document, keysOfRef(ref) ?? []);
}
