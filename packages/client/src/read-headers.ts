import type { GridErrorContext } from "./errors/grid-error.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { fieldsOf } from "./fields-of.ts";

type HeaderValue = string | number | boolean | (string | number | boolean)[] | null | undefined;

/** Headers by name, as they were written. */
export type HeaderRecord = Record<string, HeaderValue>;

/** What belongs to the connection (RFC 9110, section 7.6.1), or says where a message ends and goes. */
const OF_THE_CONNECTION =
  /^(connection|content-length|expect|host|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i;

/**
 * The headers of an object, a Map, a list of pairs or `Headers`. Throws an error that names the header, never its
 * value, which may be a signature: a `GridInputError`; for a client's headers, without a call, a `GridConfigError`.
 */
export function readHeaders(headers: unknown, call?: GridErrorContext): HeaderRecord {
  // Without a prototype: a header may be called constructor.
  const read = Object.create(null) as HeaderRecord;
  for (const [name, value] of listPairs(fieldsOf(headers))) {
    const problem = findProblem(name, value);
    if (problem) throw call ? new GridInputError(problem, call) : new GridConfigError(problem);
    // A list may have a name twice.
    read[name] = name in read ? ([read[name], value].flat() as string[]) : value;
  }
  return read;
}

function listPairs(headers: object): Iterable<[string, HeaderValue]> {
  return Symbol.iterator in headers ? (headers as Iterable<[string, HeaderValue]>) : Object.entries(headers);
}

function findProblem(name: string, value: HeaderValue): string | undefined {
  // RFC 9110, section 5.6.2: a token.
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return `no header can be called ${JSON.stringify(name)}.`;
  if (OF_THE_CONNECTION.test(name)) return `the header ${name} is the connection's own: leave it out.`;
  // RFC 9110, section 5.5: visible ASCII, spaces, tabs and obsolete bytes.
  return value != null && /[^\t -~\x80-\xff]/.test(String(value))
    ? `the header ${name} has a character that no header can have.`
    : undefined;
}
