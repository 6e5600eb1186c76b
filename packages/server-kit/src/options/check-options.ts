import { inspect } from "node:util";

/** What an option must be, for the message, and whether a value is that. */
export type OptionRule = readonly [expected: string, fits: (value: unknown) => boolean];

/** The rule of each option. */
export type OptionRules<Options extends object> = Readonly<Record<keyof Options, OptionRule>>;

export const ANYTHING: OptionRule = ["anything", () => true];
export const FLAG: OptionRule = ["true or false", (value) => typeof value === "boolean"];
export const FUNCTION: OptionRule = ["a function", (value) => typeof value === "function"];
export const TEXT: OptionRule = ["a string that is not empty", isText];
export const TEXTS: OptionRule = [
  "a list of strings",
  (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
];

/** The rules of the options that every server has. */
export const SERVER_RULES: OptionRules<Record<"port" | "host" | "allowHosts" | "fragment" | "onRequest", unknown>> = {
  port: ["a whole number from 0 to 65535", (value) => Number.isInteger(value) && isBetween(value, 0, 65_535)],
  host: TEXT,
  allowHosts: TEXTS,
  fragment: TEXT,
  onRequest: FUNCTION,
};

/**
 * Throws a `TypeError` for an option that is not of its type, and for a name that is not an option. undefined counts as not
 * set.
 */
export function checkOptions(options: object, rules: Readonly<Record<string, OptionRule>>): void {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`The options must be an object; got ${describe(options)}.`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw new TypeError(`${name} is not an option. The options are ${Object.keys(rules).join(", ")}.`);
    const [expected, fits] = rule;
    if (!fits(value)) throw new TypeError(`${name} must be ${expected}; got ${describe(value)}.`);
  }
}

export function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}

function describe(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : inspect(value, { depth: 1, breakLength: Infinity });
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
