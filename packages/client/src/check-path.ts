import type { Call } from "./call.ts";
import { GridInputError } from "./errors/grid-input-error.ts";

/**
 * Throws a `GridInputError` for a value that cannot be one segment of the path, such as `..`, which would address
 * another resource.
 *
 * @param isStructured whether an array or object is allowed, which openapi-fetch writes into one segment
 */
export function checkPath(values: object | null | undefined, call: Call, isStructured: boolean): void {
  for (const spelled of listParameters(call.path)) {
    const name = isStructured ? spelled.replace(/^[.;]/, "").replace(/\*$/, "") : spelled;
    const value: unknown = Object(values)[name];
    const parts = isStructured && typeof value === "object" ? Object.values(Object(value)) : [value];
    // openapi-fetch writes the names of an object as they are.
    const names = parts[0] === value || Array.isArray(value) ? [] : Object.keys(Object(value));
    if (parts.length > 0 && parts.every(isSegment) && names.every((key) => /^[\w.~-]+$/.test(key))) continue;
    const id = call.operationId ?? "the call";
    throw new GridInputError(`${id} needs the path parameter ${name}: a string, not empty, "." or ".."`, call);
  }
}

const parametersOfTemplates = new Map<string, string[]>();

/** What stands in the braces of a template. Kept: a template's are the same in every call. */
function listParameters(template: string): string[] {
  if (!template.includes("{")) return [];
  const known = parametersOfTemplates.get(template);
  if (known) return known;
  const listed = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, spelled = ""]) => spelled);
  parametersOfTemplates.set(template, listed);
  return listed;
}

function isSegment(value: unknown): boolean {
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return true;
  return typeof value === "string" && !/^\.{0,2}$/.test(value) && value.isWellFormed();
}
