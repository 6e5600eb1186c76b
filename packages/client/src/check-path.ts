import type { Call } from "./call.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { fieldsOf } from "./fields-of.ts";

/**
 * Throws a `GridInputError` for a value that cannot be one segment of the path, such as `..`, which would address
 * another resource.
 *
 * @param isStructured whether an array or object is allowed, which openapi-fetch writes into one segment
 */
export function checkPath(values: object | null | undefined, call: Call, isStructured: boolean): void {
  for (const [, spelled = ""] of call.path.matchAll(/\{([^{}]+)\}/g)) {
    const name = isStructured ? spelled.replace(/^[.;]/, "").replace(/\*$/, "") : spelled;
    const value: unknown = fieldsOf(values)[name];
    const parts = isStructured && typeof value === "object" ? Object.values(fieldsOf(value)) : [value];
    // openapi-fetch writes the names of an object as they are.
    const names = parts[0] === value || Array.isArray(value) ? [] : Object.keys(fieldsOf(value));
    if (parts.length > 0 && parts.every(isSegment) && names.every((key) => /^[\w.~-]+$/.test(key))) continue;
    const id = call.operationId ?? "the call";
    throw new GridInputError(`${id} needs the path parameter ${name}: a string, not empty, "." or ".."`, call);
  }
}

function isSegment(value: unknown): boolean {
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return true;
  return typeof value === "string" && !/^\.{0,2}$/.test(value) && value.isWellFormed();
}
