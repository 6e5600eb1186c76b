import { fieldOf, isJsonObject, type JsonObject } from "../document/json-object.ts";
import type { Keys } from "../document/json-pointer.ts";
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
  /** Where the operation is in the document, by its path: `["paths", "/auth/credentials/{id}", "get"]`. */
  readonly keys: Keys;
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
}

/** The document's operations as they are written, in its own order. Throws a `DocumentError` for a broken reference. */
export function listEndpoints(document: JsonObject): Endpoint[] {
  return Object.entries(fieldOf(document, "paths")).flatMap(([path, item]) => {
    if (path.startsWith("x-")) return [];
    if (!isJsonObject(item)) return [];
    // Fields beside a reference hold as well.
    const { $ref: _, ...own } = item;
    const pathItem = { ...resolveRef(document, item), ...own };
    return METHODS.flatMap((method) => {
      const operation = pathItem[method];
      const keys = ["paths", path, method];
      return isJsonObject(operation) ? [{ method: method.toUpperCase(), path, keys, pathItem, operation }] : [];
    });
  });
}

/** A declared parameter, references followed, and where it is declared. */
export interface DeclaredParameter {
  readonly keys: Keys;
  readonly parameter: JsonObject;
}

/** The declared parameters of an operation: its own, and those of its path that it does not replace. */
export function listParameters(document: JsonObject, endpoint: Pick<Endpoint, "pathItem" | "operation">): JsonObject[] {
  return locateParameters(document, { keys: [], ...endpoint }).map(({ parameter }) => parameter);
}

/** The same, with the place of each. */
export function locateParameters(
  document: JsonObject,
  { keys, pathItem, operation }: Pick<Endpoint, "keys" | "pathItem" | "operation">,
): DeclaredParameter[] {
  const holders = [
    [keys.slice(0, -1), pathItem],
    [keys, operation],
  ] as const;
  const declared = holders.flatMap(([at, { parameters }]) =>
    (Array.isArray(parameters) ? parameters : []).map((item, index) => {
      const place = [...at, "parameters", index];
      const parameter = resolveRef(document, item, keys.length > 0 ? place : undefined);
      const identity = `${String(parameter["in"])} ${String(parameter["name"])}`;
      return [identity, { keys: place, parameter }] as const;
    }),
  );
  return [...new Map(declared).values()];
}
