import type { Place } from "../read/place.ts";
import type { Asking, Changed, Directed, Inherited, When } from "./parts.ts";
import type { Said, Sentences } from "./sentences.ts";
import { capitalize, quoteAll, quotePlace } from "./words.ts";

/** The component that the union is, or the place of the change. */
interface InUnion {
  readonly union: Place;
}

interface NewUnion {
  readonly branches: readonly string[];
  readonly discriminator: string | undefined;
}

/** `isSure`: no value of the branch is allowed; `own`: the properties that only it had, where that is not sure. */
interface Removed extends Directed, InUnion {
  readonly when: When;
  readonly isSure: boolean;
  readonly own: readonly string[];
}

/** Values that another branch or schema has now, the heir. `lost`: the properties that it lacks. */
interface Moved extends Directed, Inherited {
  readonly when: When;
  readonly lost: readonly string[];
}

/** The facts about unions and their branches. */
export const UNIONS = {
  "union-changed": ({ was, is, direction }: Directed & Changed<readonly (readonly string[])[]>, _, place) => [
    `${capitalize(quotePlace(place))} is ${describeUnions(is)} instead of ${describeUnions(was)}`,
    `check which of them you ${direction === "request" ? "send" : "read"}`,
  ],
  "union-keyword-changed": ({ union, was, is, asks }: Asking & InUnion & Changed<string>) => [
    capitalize(`${quotePlace(union)} is ${is} instead of ${was} of its branches`),
    asks && "send what fits exactly one of them",
  ],
  "became-union": ({ union, branches, discriminator, asks }: Asking & InUnion & NewUnion) => [
    `${capitalize(quotePlace(union))} is ${oneOf(branches)} now${discriminator === undefined ? "" : `, distinguished by \`${discriminator}\``}`,
    asks && "handle each of them",
  ],
  "became-plain": ({ branches }: { branches: readonly string[] }, _, place) => [
    `${capitalize(quotePlace(place))} is one schema now, no longer ${oneOf(branches)}`,
  ],
  "branch-removed": ({ union, when, isSure, own, direction }: Removed, name) => {
    const isRequest = direction === "request";
    const fact = `The branch \`${name}\`${describeWhen(when)} of ${quotePlace(union)} is gone`;
    if (isSure) return [fact, isRequest ? "send another one" : "delete the code that handles it"];
    const only = own.length === 0 ? "" : `, and stop ${isRequest ? "sending" : "reading"} ${quoteAll(own)}`;
    return [fact, `check what ${isRequest ? "to send" : "comes"} in its place${only}`];
  },
  /** `isOdd`: it lacks what could be read of every branch before. */
  "branch-added": ({ union, when, isOdd, asks }: Asking & InUnion & { when: When; isOdd: boolean }, name) => {
    const fact = `The branch \`${name}\`${describeWhen(when)} of ${quotePlace(union)} is new`;
    if (!isOdd) return [fact, asks && "handle it where you distinguish the branches"];
    const check = when.property === undefined ? "distinguish the branches" : `check \`${when.property}\``;
    return [`${fact}, and lacks what every branch before had`, `${check} before you read the rest`];
  },
  "branch-merged": describeMove,

  "discriminator-changed": ({ was, is }: Changed<string | undefined>, _, place) => {
    const union = quotePlace(place);
    if (is === undefined)
      return [
        `No property distinguishes the branches of ${union} any more, as \`${was}\` did`,
        "distinguish them by their properties",
      ];
    const fact = `\`${is}\` distinguishes the branches of ${union} now`;
    return was === undefined ? [fact] : [`${fact}, not \`${was}\``, `switch over \`${is}\``];
  },
  "discriminator-value-added": ({ property, branch, asks }: Asking & { property: string; branch: string }, value) => [
    `\`${value}\` of \`${property}\` leads to \`${branch}\` now`,
    asks && "handle it in your switches over it",
  ],
  "discriminator-value-moved": describeMove,
  "discriminator-value-removed": ({ property, direction }: Directed & { property: string }, value) => [
    `\`${value}\` of \`${property}\` no longer leads to a branch`,
    direction === "request"
      ? "do not send it here"
      : "remove it from your switches here, and check in the operation's description what replaces it",
  ],
  /** Values of the mapping that lead to no branch. */
  "discriminator-mapping-changed": ({ was, is }: Changed<readonly string[]>, _, place) => [
    `The values that lead to no branch of ${quotePlace(place)} are ${quoteAll(is) || "none"} instead of ${quoteAll(was) || "none"}`,
    "check what your code does with these values",
  ],
} satisfies Sentences;

function describeMove({ when, heir, lost, direction }: Moved): Said {
  const values = quoteAll(when.values);
  const isOne = when.values.length === 1;
  const isRequest = direction === "request";
  const verb = isRequest ? (isOne ? "is sent" : "are sent") : isOne ? "comes" : "come";
  const name = heir === undefined ? "the one schema" : `\`${heir}\``;
  const without = lost.length === 0 ? "" : `, without ${quoteAll(lost)}`;
  const fact = `${values} of \`${when.property}\` ${verb} as ${name} now${without}`;
  if (lost.length === 0) return [fact];
  const them = lost.length === 1 ? "it" : "them";
  return [fact, isRequest ? `stop sending ${them} with ${values}` : `stop reading ${them} of ${values}`];
}

function describeUnions(unions: readonly (readonly string[])[]): string {
  return unions.map(oneOf).join(", and ") || "no union";
}

function oneOf(branches: readonly string[]): string {
  return `one of ${branches.map((name) => `\`${name}\``).join(", ")}`;
}

function describeWhen({ property, values }: When): string {
  return property === undefined || values.length === 0 ? "" : ` (${property} ${values.join(" or ")})`;
}
