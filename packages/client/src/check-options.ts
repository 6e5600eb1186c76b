import { GridConfigError } from "./errors/grid-config-error.ts";
import type { GridErrorContext } from "./errors/grid-error.ts";
import { GridInputError } from "./errors/grid-input-error.ts";
import { fieldsOf } from "./fields-of.ts";
import type { ClientOptions } from "./openapi-fetch.ts";
import type { OperationInput } from "./call-options.ts";
import type { GridClientOptions } from "./options.ts";
import { MAX_MS } from "./retry-after.ts";

/** What an option must be, for the message, and whether a value is that. */
type Rule = readonly [expected: string, fits: (value: unknown) => boolean];

/** The client reads `headers`, `fetch` and `signal` itself, and gives openapi-fetch its own. */
type LibraryOption = Exclude<keyof ClientOptions, "headers" | "fetch" | "signal"> | "body";
type OwnOption = Exclude<keyof GridClientOptions | keyof OperationInput, LibraryOption>;

const isTime = (value: unknown) => typeof value === "number" && value >= 0 && value <= MAX_MS;
const isObject = (value: unknown) => typeof value === "object";
const MILLISECONDS: Rule = [`a number of milliseconds from 0 to ${MAX_MS}`, isTime];
const COUNT: Rule = [`a whole number from 0 to ${MAX_MS}`, (value) => isTime(value) && Number.isInteger(value)];
const FLAG: Rule = ["true or false", (value) => typeof value === "boolean"];
const FUNCTION: Rule = ["a function", (value) => typeof value === "function"];
const OBJECT: Rule = ["an object", isObject];
const LIST: Rule = ["a list", (value) => isObject(value) && Symbol.iterator in fieldsOf(value)];
const SIGNAL: Rule = ["an AbortSignal", (value) => typeof fieldsOf(value)["throwIfAborted"] === "function"];
/** Another file reads and checks it. */
const ANYTHING: Rule = ["", () => true];

/** The options that openapi-fetch must not get. A new option does not compile until it is listed. */
export const OWN_OPTIONS: Readonly<Record<OwnOption, Rule>> = {
  timeoutMs: MILLISECONDS,
  deadlineMs: MILLISECONDS,
  maxRetryDelayMs: MILLISECONDS,
  maxRetries: COUNT,
  maxResponseBytes: COUNT,
  // "false" of an environment variable would be true.
  retryUnsafe: FLAG,
  allowInsecureHttp: FLAG,
  dangerouslyAllowBrowser: FLAG,
  onEvent: FUNCTION,
  fetch: FUNCTION,
  signal: SIGNAL,
  middleware: LIST,
  headers: OBJECT,
  header: OBJECT,
  path: OBJECT,
  query: OBJECT,
  clientId: ANYTHING,
  clientSecret: ANYTHING,
  logger: ANYTHING,
};

const LIBRARY_OPTIONS: Readonly<Record<string, Rule>> = {
  Request: FUNCTION,
  pathSerializer: FUNCTION,
  bodySerializer: FUNCTION,
  querySerializer: ["a function or an object", (value) => FUNCTION[1](value) || isObject(value)],
};

const RULES: Readonly<Record<string, Rule>> = { ...OWN_OPTIONS, ...LIBRARY_OPTIONS };

/**
 * Throws a `GridInputError` for an option that is not of its type; without a call, for the options of a client, a
 * `GridConfigError`. undefined and null count as not set.
 *
 * @param options without a prototype
 */
export function checkOptions(options: object, call?: GridErrorContext): void {
  for (const [name, value] of Object.entries(options)) {
    const [expected, fits] = (Object.hasOwn(RULES, name) && RULES[name]) || ANYTHING;
    if (value == null || fits(value)) continue;
    const message = `${name} must be ${expected}; got ${typeof value === "number" ? value : typeof value}.`;
    throw call ? new GridInputError(message, call) : new GridConfigError(message);
  }
}
