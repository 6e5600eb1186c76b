import type { Keyword } from "../read/keywords.ts";
import type { Asking, Changed, Directed, Direction, Inherited, Openness, Shift } from "./parts.ts";
import type { Said, Sentences } from "./sentences.ts";
import { capitalize, quoteAll, quotePlace } from "./words.ts";

/** Undefined: any type. */
type Types = readonly string[] | undefined;

/** A bound, or values that a value has to fit all of. */
interface Shifted<K, V> extends Asking, Changed<V> {
  readonly keyword: K;
  readonly shift: Shift;
}

/** The facts about schemas. */
export const SCHEMAS = {
  "schema-added": (_, name) => [`The exported type \`${name}\` is new`],
  /** `heir`: the only new component that is alike. */
  "schema-removed": ({ heir }: Inherited, name) =>
    heir === undefined
      ? [`The exported type \`${name}\` is gone`, "stop importing it"]
      : [`The exported type \`${name}\` is called \`${heir}\` now`, "import it under that name"],

  "property-removed": ({ heir, direction }: Directed & Inherited, name) => {
    const stop = direction === "request" ? "stop sending it" : "stop reading it";
    if (heir === undefined) return [`The property \`${name}\` is gone`, stop];
    return [
      `The property \`${name}\` is gone, and \`${heir}\`, which is new, has the same shape`,
      `if its description says that \`${heir}\` is the new name, use that; otherwise ${stop}`,
    ];
  },
  /** `operations`: those whose requests have the property now. */
  "property-moved": ({ operations }: { operations: readonly string[] }, name) => {
    const bodies = operations.length === 1 ? "the request body" : "the request bodies";
    const names = operations.map((operation) => `\`${operation}\``).join(" and ");
    return [
      `The property \`${name}\` is gone from here, and ${bodies} of ${names} may have it now`,
      "stop sending it here, and send it there if its description says so",
    ];
  },
  /** `isFirst`: the object had no properties before, and so could have any. */
  "property-added": ({ isOptional, isFirst, asks }: Asking & { isOptional: boolean; isFirst: boolean }, name) => [
    `The property \`${name}\` is new${isOptional ? " and optional" : ""}${isFirst ? ", and the object allows only declared properties now" : ""}`,
    asks && (asks === "request" ? "send no other properties" : "read no other properties"),
  ],
  "required-property-added": (_, name) => [`The property \`${name}\` is new and required`, "send it"],
  "property-became-required": ({ direction }: Directed, name) =>
    direction === "request"
      ? [`The property \`${name}\` is required now`, "send it"]
      : [`The property \`${name}\` is always there now`],
  "property-became-optional": ({ direction }: Directed, name) =>
    direction === "request"
      ? [`The property \`${name}\` is optional now`]
      : [`The property \`${name}\` may be missing`, "handle undefined"],
  "undeclared-property": ({ isRequired, asks }: Asking & { isRequired: boolean }, name) => [
    `The undeclared property \`${name}\` is ${isRequired ? "required now" : "no longer required"}`,
    asks && (asks === "request" ? "send it" : "handle undefined"),
  ],

  "never-changed": ({ isNever, asks }: Asking & { isNever: boolean }, _, place) => {
    const name = capitalize(quotePlace(place));
    if (!isNever) return [`${name} allows values now`, asks && "handle them"];
    return [`${name} no longer allows any value`, asks === "request" ? "leave it out" : "stop reading it"];
  },
  "type-changed": ({ was, is, direction }: Directed & Changed<Types>, _, place) => [
    `${capitalize(quotePlace(place))} is ${nameTypes(is)} instead of ${nameTypes(was)}`,
    adviseOnType(is, direction),
  ],
  "became-nullable": ({ asks }: Asking, _, place) => [
    `${capitalize(quotePlace(place))} may be null`,
    asks && "handle null where you read it",
  ],
  "became-not-nullable": ({ asks }: Asking, _, place) => [
    `${capitalize(quotePlace(place))} is never null now`,
    asks && "do not send null",
  ],
  "enum-introduced": ({ values, asks }: Asking & { values: readonly string[] }, _, place) => [
    `${capitalize(quotePlace(place))} is one of ${quoteAll(values)} now, and no other value is allowed`,
    asks && "send one of them",
  ],
  "enum-dropped": ({ values, asks }: Asking & { values: readonly string[] }, _, place) => [
    `${capitalize(quotePlace(place))} may be any value now, not only ${quoteAll(values)}`,
    asks && "handle the others",
  ],
  /** `of`: the property of a union's branches, where the place is the union. */
  "enum-value-removed": ({ of }: { of?: string }, name, place) => [
    `The value \`${name}\` of ${of === undefined ? quotePlace(place) : `\`${of}\``} is gone`,
    "remove it from your code",
  ],
  "enum-value-added": ({ asks }: Asking, name, place) => [
    `The value \`${name}\` of ${quotePlace(place)} is new`,
    asks && "add it to your switches over it",
  ],

  "bound-changed": (
    { keyword, was, is, shift, asks }: Shifted<Keyword<"lower" | "upper">, number | undefined>,
    _,
    place,
  ) => [
    `${keyword} of ${quotePlace(place)} is ${is ?? "none"} instead of ${was ?? "none"}, ${SHIFTS[shift]}`,
    adviseOnShift(shift, asks),
  ],
  "constraint-changed": (
    { keyword, was, is, shift, asks }: Shifted<Keyword<"cumulative">, readonly string[]>,
    _,
    place,
  ) => [
    `${keyword} of ${quotePlace(place)} is ${quoteAll(is) || "none"} instead of ${quoteAll(was) || "none"}, ${SHIFTS[shift]}`,
    adviseOnShift(shift, asks),
  ],
  flag: ({ flag, isSet }: { flag: Keyword<"flag">; isSet: boolean }, _, place) => {
    const [says, advice] = FLAGS[flag][isSet ? "set" : "unset"];
    return [capitalize(`${quotePlace(place)} ${says}`), advice];
  },
  "openness-changed": ({ keyword, was, is, asks }: Asking & Changed<Openness> & { keyword: string }, _, place) => [
    `${keyword} of ${quotePlace(place)} is ${OPENNESS[is]} instead of ${OPENNESS[was]}`,
    asks && ADVICE[asks][is],
  ],
  "logic-changed": ({ keyword, direction }: Directed & { keyword: string }, _, place) => [
    `${keyword} of ${quotePlace(place)} changed`,
    `check that what you ${direction === "request" ? "send" : "read"} fits the new ${keyword}`,
  ],
  /** As JSON; empty if the document has none. */
  "default-changed": ({ was, is, asks }: Asking & Changed<string>, _, place) => [
    is === ""
      ? `The default ${was} of ${quotePlace(place)} is gone`
      : `The default of ${quotePlace(place)} is ${is} instead of ${was || "none"}`,
    asks && `send ${was} where you rely on it`,
  ],
  "unknown-keyword": ({ was, is }: Changed<string>, keyword, place) => [
    `${keyword} of ${quotePlace(place)}, which this comparison does not know, is ${is || "gone"}${was && is ? ` instead of ${was}` : ""}`,
    "check what your code relies on",
  ],
} satisfies Sentences;

function nameTypes(types: Types): string {
  return types ? types.toSorted().join(" or ") || "null" : "of any type";
}

function adviseOnType(is: Types, direction: Direction): string {
  if (direction === "request") return `send ${is ? nameTypes(is) : "any type"}`;
  return is ? `read it as ${nameTypes(is)}` : "check its type before you use it";
}

const SHIFTS: Record<Shift, string> = {
  same: "which allows the same values",
  tightened: "which is stricter",
  loosened: "which is looser",
  unproven: "which may not allow what was allowed before",
};

function adviseOnShift(shift: Shift, asks: Direction | undefined): string | undefined {
  if (asks === undefined) return undefined;
  if (shift === "unproven") return asks === "request" ? "check what you send" : "check what you accept";
  return asks === "request" ? "send only what fits" : "accept more than before";
}

const FLAGS: Record<Keyword<"flag">, Record<"set" | "unset", Said>> = {
  readOnly: {
    set: ["is read-only", "leave it out of requests, and do not write to it in responses"],
    unset: ["is no longer read-only"],
  },
  writeOnly: {
    set: ["is write-only, and responses no longer carry it", "stop reading it"],
    unset: ["is no longer write-only, and responses may carry it"],
  },
  deprecated: { set: ["is deprecated", "plan to stop using it"], unset: ["is no longer deprecated"] },
  uniqueItems: {
    set: ["must not contain duplicates now", "send each item only once"],
    unset: ["may contain duplicates now", "do not rely on items being unique"],
  },
};

const OPENNESS: Record<Openness, string> = {
  silent: "not set",
  open: "`true`",
  closed: "`false`",
  typed: "a schema",
};

/** What to do if it breaks code. */
const ADVICE: Record<Direction, Partial<Record<Openness, string>>> = {
  request: {
    silent: "send only declared properties, since the types accept no others",
    closed: "send only declared properties",
    typed: "send undeclared properties only with that type",
  },
  response: {
    silent: "stop reading undeclared properties",
    open: "check how you read undeclared properties",
    closed: "stop reading undeclared properties",
  },
};
