import { FragmentError } from "../document/fragment-error.ts";
import { fieldOf, isJsonObject, type JsonObject } from "../document/json-object.ts";
import { resolveRef } from "../document/references.ts";

/** The methods that a path item may have, in lower case. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Whether a field of a path item is an operation. */
export function isMethod(field: string): boolean {
  return METHODS.some((method) => method === field);
}

/** An operation as it is written, and where it is served. */
export interface Endpoint {
  /** In upper case. */
  readonly method: string;
  /** The template, for example `/auth/credentials/{id}`. */
  readonly path: string;
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
}

/** The document's operations as they are written, in its own order. Throws a `FragmentError` for a path that is none. */
export function listEndpoints(document: JsonObject): Endpoint[] {
  return Object.entries(fieldOf(document, "paths")).flatMap(([path, item]) => {
    if (path.startsWith("x-")) return [];
    if (!isJsonObject(item)) throw new FragmentError(`${path} must be an object with the operations of the path.`);
    const pathItem = resolveRef(document, item);
    return METHODS.flatMap((method) => {
      const operation = pathItem[method];
      return isJsonObject(operation) ? [{ method: method.toUpperCase(), path, pathItem, operation }] : [];
    });
  });
}

/** The declared parameters, references followed: the operation's own, and those of its path that it does not replace. */
export function listParameters(
  document: JsonObject,
  { pathItem, operation }: Pick<Endpoint, "pathItem" | "operation">,
): JsonObject[] {
  const parameters = [pathItem, operation].flatMap((holder) => {
    const list = holder["parameters"];
    return (Array.isArray(list) ? list : []).map((item) => resolveRef(document, item));
  });
  return [...new Map(parameters.map((item) => [`${String(item["in"])} ${String(item["name"])}`, item])).values()];
}
