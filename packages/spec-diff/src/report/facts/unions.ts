import type { UnionFacts } from "../../judge/facts/unions.ts";
import type { When } from "../../judge/facts/parts.ts";
import type { Said, Sentences } from "./sentences.ts";
import { capitalize, quoteAll, quotePlace } from "../words.ts";

/** Sentences about unions and their branches. */
export const UNIONS: Sentences<UnionFacts> = {
  "union-changed": ({ was, is, direction }, _, { place }) => [
    `${capitalize(quotePlace(place))} is ${describeUnions(is)} instead of ${describeUnions(was)}`,
    `check which of them you ${direction === "request" ? "send" : "read"}`,
  ],
  "union-keyword-changed": ({ union, was, is, asks }) => [
    capitalize(`${quotePlace(union)} is ${is} instead of ${was} of its branches`),
    asks && "send what fits exactly one of them",
  ],
  "became-union": ({ union, branches, discriminator, asks }) => [
    `${capitalize(quotePlace(union))} is ${oneOf(branches)} now${discriminator === undefined ? "" : `, distinguished by \`${discriminator}\``}`,
    asks && "handle each of them",
  ],
  "became-plain": ({ branches }, _, { place }) => [
    `${capitalize(quotePlace(place))} is one schema now, no longer ${oneOf(branches)}`,
  ],
  "branch-removed": ({ union, when, isSure, own, direction }, name) => {
    const isRequest = direction === "request";
    const fact = `The branch \`${name}\`${describeWhen(when)} of ${quotePlace(union)} is gone`;
    if (isSure) return [fact, isRequest ? "send another one" : "delete the code that handles it"];
    const only = own.length === 0 ? "" : `, and stop ${isRequest ? "sending" : "reading"} ${quoteAll(own)}`;
    return [fact, `check what ${isRequest ? "to send" : "comes"} in its place${only}`];
  },
  "branch-added": ({ union, when, isOdd, asks }, name) => {
    const fact = `The branch \`${name}\`${describeWhen(when)} of ${quotePlace(union)} is new`;
    if (!isOdd) return [fact, asks && "handle it where you distinguish the branches"];
    const check = when.property === undefined ? "distinguish the branches" : `check \`${when.property}\``;
    return [`${fact}, and lacks what every branch before had`, `${check} before you read the rest`];
  },
  "branch-merged": describeMove,

  "discriminator-changed": ({ was, is }, _, { place }) => {
    const union = quotePlace(place);
    if (is === undefined)
      return [
        `No property distinguishes the branches of ${union} any more, as \`${was}\` did`,
        "distinguish them by their properties",
      ];
    const fact = `\`${is}\` distinguishes the branches of ${union} now`;
    return was === undefined ? [fact] : [`${fact}, not \`${was}\``, `switch over \`${is}\``];
  },
  "discriminator-value-added": ({ property, branch, asks }, value) => [
    `\`${value}\` of \`${property}\` leads to \`${branch}\` now`,
    asks && "handle it in your switches over it",
  ],
  "discriminator-value-moved": describeMove,
  "discriminator-value-removed": ({ property, direction }, value) => [
    `\`${value}\` of \`${property}\` no longer leads to a branch`,
    direction === "request"
      ? "do not send it here"
      : "remove it from your switches here, and check in the operation's description what replaces it",
  ],
  "discriminator-mapping-changed": ({ was, is }, _, { place }) => [
    `The values that lead to no branch of ${quotePlace(place)} are ${quoteAll(is) || "none"} instead of ${quoteAll(was) || "none"}`,
    "check what your code does with these values",
  ],
};

function describeMove({ when, heir, lost, direction }: UnionFacts["branch-merged"]): Said {
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
