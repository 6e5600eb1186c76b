import type { GridErrorContext } from "./errors/grid-error.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { fieldsOf } from "./fields-of.ts";

type HeaderValue = string | number | boolean | (string | number | boolean)[] | null | undefined;

/** Headers by name, as the caller spelled them. */
export type HeaderRecord = Record<string, HeaderValue>;

/** Headers of the connection (RFC 9110, section 7.6.1), and those that say where a message ends and where it goes. */
const OF_THE_CONNECTION =
  /^(connection|content-length|expect|host|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i;

/**
 * Reads the headers of an object, a Map, a list of pairs or `Headers`. Throws a `GridInputError` for a header that cannot
 * be sent; without a call, for the headers of a client, a `GridConfigError`. The message names the header and never
 * shows its value, which may be a signature.
 */
export function readHeaders(headers: unknown, call?: GridErrorContext): HeaderRecord {
  // Without a prototype: a header may be called constructor.
  const read = Object.create(null) as HeaderRecord;
  for (const pair of listPairs(fieldsOf(headers))) {
    const problem = findProblem(pair);
    if (problem) throw call ? new GridInputError(problem, call) : new GridConfigError(problem);
    const [name, value] = pair;
    // A list may have a name twice.
    read[name] = name in read ? ([read[name], value].flat() as string[]) : value;
  }
  return read;
}

function listPairs(headers: object): Iterable<[string, HeaderValue]> {
  return Symbol.iterator in headers ? (headers as Iterable<[string, HeaderValue]>) : Object.entries(headers);
}

function findProblem(pair: readonly [string, HeaderValue]): string | undefined {
  if (!Array.isArray(pair)) return "headers must be an object, a Map, a list of pairs or Headers.";
  const [name, value] = pair;
  // RFC 9110, section 5.6.2: a token.
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return `${JSON.stringify(name)} is not a valid header name.`;
  if (OF_THE_CONNECTION.test(name)) return `the header ${name} is set by the connection: leave it out.`;
  // RFC 9110, section 5.5: visible ASCII, spaces, tabs and obsolete bytes.
  return value != null && /[^\t -~\x80-\xff]/.test(String(value))
    ? `the header ${name} has a character that is not valid in a header.`
    : undefined;
}
