import type { Call } from "./call.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";

/** The beginning of an error page is enough. */
const MAX_ERROR_LENGTH = 10_000;

/**
 * What the body of an answer says: the value of its JSON; of a failure also other text, cut off; undefined for none.
 * Throws a `GridResponseError` for a redirect and for a success that is no JSON.
 */
export function readBody(response: Response, text: string, call: Call): unknown {
  const { ok, status } = response;
  // Following it would take credentials to wherever it points.
  if (!ok && status < 400) throw new GridResponseError(response, "a redirect, which is not followed", call);
  if (!text) return undefined;
  if (!ok && text.length > MAX_ERROR_LENGTH) {
    return `${text.slice(0, MAX_ERROR_LENGTH)}… (cut off, ${text.length} characters in all)`;
  }
  try {
    return JSON.parse(text);
  } catch {
    if (ok) throw new GridResponseError(response, "a body that is not JSON", call);
    return text;
  }
}
