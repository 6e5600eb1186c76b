import type { Call } from "./call.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { fieldsOf } from "./fields-of.ts";

interface Parameters {
  readonly path: object;
  readonly query: object;
}

/**
 * Throws a `GridInputError` for a path parameter that is not one segment, such as `..`, which would address another
 * resource, and for any parameter that the specification types as a string and that is something else: openapi-fetch
 * would write an object, which a parser makes from a user's query, as several parameters.
 *
 * @param isStructured whether a path parameter may be an array or object, which openapi-fetch writes into one segment
 */
export function checkParameters({ path, query }: Parameters, call: Call, isStructured: boolean): void {
  const { strings } = call.row ?? {};
  for (const [, spelled = ""] of call.path.matchAll(/\{([^{}]+)\}/g)) {
    const name = isStructured ? spelled.replace(/^[.;]/, "").replace(/\*$/, "") : spelled;
    const value = fieldsOf(path)[name];
    const fits = strings?.path?.includes(name) ? typeof value === "string" : true;
    if (fits && (isStructured && typeof value === "object" ? areSegments(value) : isSegment(value))) continue;
    refuse(call, `path parameter ${name}`, 'a non-empty string other than "." and ".."', value);
  }
  for (const name of strings?.query ?? []) {
    const value = fieldsOf(query)[name];
    if (value == null || (typeof value === "string" && value.isWellFormed())) continue;
    refuse(call, `query parameter ${name}`, "a string", value);
  }
}

function isSegment(value: unknown): boolean {
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return true;
  return typeof value === "string" && !/^\.{0,2}$/.test(value) && value.isWellFormed();
}

/** An array or object of segments. openapi-fetch does not escape the names of an object. */
function areSegments(value: unknown): boolean {
  const parts = Object.entries(fieldsOf(value));
  return parts.length > 0 && parts.every(([name, part]) => /^[\w.~-]+$/.test(name) && isSegment(part));
}

function refuse(call: Call, parameter: string, allowed: string, value: unknown): never {
  const expected = typeof value === "string" && !value.isWellFormed() ? "well-formed Unicode" : allowed;
  const got = typeof value === "string" ? "" : `; got ${value === null ? "null" : typeof value}`;
  const owner = call.operationId ? ` of ${call.operationId}` : "";
  throw new GridInputError(`the ${parameter}${owner} must be ${expected}${got}.`, call);
}
