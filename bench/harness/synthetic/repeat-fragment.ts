import { isMethod, type JsonObject } from "@grid-sdk/openapi";

/** The end of a copy's names: nothing for the first. */
export function suffixOf(copy: number): string {
  return copy === 0 ? "" : String(copy + 1);
}

/** An API of so many operations: the fragment's own, and copies of them under other names and with schemas of their own. */
export function repeatFragment(fragment: JsonObject, operations: number): JsonObject {
  const { components, paths, ...rest } = fragment as { readonly [key: string]: JsonObject };
  const schemas: JsonObject = {};
  const copied: Record<string, JsonObject> = {};
  let left = operations;
  for (let copy = 0; left > 0; copy++) {
    const suffix = suffixOf(copy);
    Object.assign(
      schemas,
      renameKeys(refer(components?.["schemas"], suffix), (name) => name + suffix),
    );
    for (const [path, item] of Object.entries(refer(paths, suffix))) {
      if (left <= 0) break;
      const fields = Object.entries(item as Record<string, JsonObject>);
      const kept = fields.filter(([field]) => isMethod(field)).slice(0, left);
      left -= kept.length;
      const renamed = kept.map(([method, operation]) => [
        method,
        { ...operation, operationId: `${operation["operationId"] as string}${suffix}` },
      ]);
      const shared = fields.filter(([field]) => !isMethod(field));
      copied[path.replace(/^\/[^/]+/, `$&${suffix}`)] = Object.fromEntries([...shared, ...renamed]);
    }
  }
  return { ...rest, paths: copied, components: { ...components, schemas } };
}

/** A copy that refers to the schemas of the same suffix. */
function refer(value: unknown, suffix: string): JsonObject {
  return JSON.parse(JSON.stringify(value).replaceAll(/#\/components\/schemas\/\w+/g, `$&${suffix}`)) as JsonObject;
}

function renameKeys(object: JsonObject, rename: (key: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [rename(key), value]));
}
