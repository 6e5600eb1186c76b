import { GridConfigError } from "./errors/grid-config-error.ts";
import type { GridErrorContext } from "./errors/grid-error.ts";
import type { GridRequestOptions } from "./options.ts";

/** The longest delay that timers take. */
const MAX_MS = 2 ** 31 - 1;

/** Throws a `GridConfigError` for a limit that is no limit, or a header that cannot be sent. */
export function checkRequestOptions(options: GridRequestOptions, call: GridErrorContext): void {
  for (const name of ["timeoutMs", "maxRetries", "maxRetryDelayMs"] as const) {
    const value = options[name] ?? 1;
    if (!(value >= 0 && value <= MAX_MS)) throw new GridConfigError(`${name} must be from 0 to ${MAX_MS}.`, call);
  }
  checkHeaders(options.headers, call);
}

/** Throws a `GridConfigError` that names the header; never its value, which may be a signature. */
export function checkHeaders(headers: object | undefined, call: GridErrorContext): void {
  for (const [name, value] of Object.entries(headers ?? {})) {
    // RFC 9110, section 5.6.2: a token.
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
      throw new GridConfigError(`no header can be called ${JSON.stringify(name)}.`, call);
    // RFC 9110, section 5.5: visible ASCII, spaces, tabs and obsolete bytes.
    if (value != null && /[^\t -~\x80-\xff]/.test(value)) {
      throw new GridConfigError(`the header ${name} has a character that no header can have.`, call);
    }
  }
}

/**
 * Fills in the path template; each value becomes one segment that decodes to exactly that value.
 * Throws a `GridConfigError` for values that cannot be one, such as `..`, which would address another resource.
 */
export function fillInPath(template: string, values: object | undefined, call: GridErrorContext): string {
  return template.replaceAll(/\{(.+?)\}/g, (_, name: string) => {
    const value: unknown = (values as Record<string, unknown> | undefined)?.[name];
    if (typeof value !== "string" || /^\.{0,2}$/.test(value) || !value.isWellFormed()) {
      const id = call.operationId ?? "the call";
      throw new GridConfigError(`${id} needs the path parameter ${name}: a string, not empty, "." or ".."`, call);
    }
    return encodeURIComponent(value);
  });
}
