import type { ParameterForm } from "@grid-sdk/openapi";
import { describeTexts, type TextChange } from "./describe-difference.ts";
import type { Asking, Changed, Condition, Directed } from "./parts.ts";
import type { Sentences } from "./sentences.ts";
import { quoteAll, quoteJson } from "./words.ts";

interface Located {
  readonly in: string;
}

interface Conditional extends Located {
  readonly conditions: readonly Condition[];
}

/** The facts about the document, its operations, and what they carry. */
export const OPERATIONS = {
  "dialect-changed": [
    "Schemas use another dialect of JSON Schema, in which a keyword may have another meaning",
    "check the keywords that your code relies on",
  ],
  "server-removed": (_, url) => [
    `The API is no longer served at ${url}`,
    "allow the new address where you filter requests",
  ],
  "server-added": (_, url) => [`The API is served at ${url}`],
  "server-changed": ({ was }: { was: string }, url) => [
    `Clients call ${url} instead of ${was}`,
    `pass \`baseUrl\` to stay with ${was}`,
  ],
  "version-changed": ({ was, is, isServedElsewhere }: Changed & { isServedElsewhere: boolean }) => [
    `The API's version, \`API_VERSION\`, is \`${String(is)}\` instead of \`${String(was)}\`${isServedElsewhere ? "" : ", at the same address"}`,
    "check the code that compares, sends or stores it",
  ],
  /** Texts and examples that differ only in our words. */
  reworded: ({ count }: { count: number }) => [
    `${count} ${count === 1 ? "text or example" : "texts and examples"} changed only in our own words`,
  ],
  "text-changed": (fact: TextChange) => [`The ${fact.field} ${describeTexts(fact)}`],
  "unknown-field": ({ was, is }: Changed, field) => [
    `The field \`${field}\`, which this comparison does not know, is ${quoteJson(is)} instead of ${quoteJson(was)}`,
    "check what your code relies on",
  ],
  /** An operation, a parameter or a header that the subject names. */
  deprecated: ({ isSet }: { isSet: boolean }, name) =>
    isSet ? [`\`${name}\` is deprecated`, "plan to stop using it"] : [`\`${name}\` is no longer deprecated`],

  "operation-added": ({ endpoint }: { endpoint: string }, name) => [`\`${name}\` (${endpoint}) is new`],
  "operation-removed": ({ endpoint }: { endpoint: string }, name) => [
    `\`${name}\` (${endpoint}) is gone`,
    "stop calling it",
  ],
  "operation-id-changed": ({ is }: { is: string }, name) => [
    `\`${name}\` is called \`${is}\` now`,
    "call the method of that name",
  ],
  "operation-moved": ({ was, is }: Changed<string>, name) => [
    `\`${name}\` is ${is} instead of ${was}`,
    "pass what the new path needs",
  ],

  "parameter-removed": (fact: Located, name) => [`${parameter(fact, name)} is gone`, "stop sending it"],
  "parameter-added": (fact: Located, name) => [`${parameter(fact, name)} is new and optional`],
  "required-parameter-added": (fact: Conditional, name) => [
    `${parameter(fact, name)} is new and required${fact.conditions.length > 0 ? ` with ${anyOf(fact)}` : ""}`,
    "send it",
  ],
  "parameter-became-required": (fact: Located, name) => [`${parameter(fact, name)} is required now`, "send it"],
  "parameter-became-optional": (fact: Conditional, name) => [
    `${parameter(fact, name)} is optional now${fact.conditions.length > 0 ? `, except with ${anyOf(fact)}` : ""}`,
  ],
  "parameter-became-required-with": (fact: Conditional, name) => [
    `${parameter(fact, name)} is required with ${anyOf(fact)} now`,
    "send it",
  ],
  "parameter-required-with-new": (fact: Conditional, name) => [
    `${parameter(fact, name)} is required with ${anyOf(fact)}, which is new`,
  ],
  "parameter-became-optional-with": (fact: Conditional, name) => [
    `${parameter(fact, name)} is now also optional with ${anyOf(fact)}`,
  ],
  "parameter-form-changed": (fact: Located & Changed<ParameterForm>, name) => [
    `${parameter(fact, name)} is sent in another form (${form(fact.is)} instead of ${form(fact.was)})`,
    "upgrade, and let the SDK write it",
  ],

  "body-added": ({ isRequired }: { isRequired: boolean }) =>
    isRequired ? ["The operation needs a body now", "send one"] : ["The operation accepts a body now"],
  "body-removed": ["The operation no longer accepts a body", "stop sending one"],
  "body-became-required": ["The body is required now", "send it"],
  "body-became-optional": ["The body is optional now"],
  "media-type-removed": ({ others, direction }: Directed & { others: readonly string[] }, type) => {
    const verb = direction === "request" ? ["send", "sending"] : ["read", "reading"];
    return [
      `The body is no longer ${type}`,
      others.length > 0 ? `${verb[0]} ${others.join(" or ")}` : `stop ${verb[1]} it`,
    ];
  },
  "media-type-added": ({ asks }: Asking, type) =>
    asks ? [`The body may also be ${type}`, "handle it"] : [`The body may also be ${type}`],
  "example-removed": ({ others }: { others: readonly string[] }, name) => {
    const instead = others.length === 0 ? "reply with a body of your own" : `name ${quoteAll(others)}`;
    return [`The example \`${name}\` is gone`, `where \`mock.reply\` names it, ${instead} instead`];
  },

  "status-added": ({ outcome }: { outcome: "failure" | "success" | "success-with-other-body" }, status) => {
    if (outcome === "failure") return [`${status} is a new error status`];
    return outcome === "success"
      ? [`${status} is a new success status`, "handle it where you distinguish statuses"]
      : [`${status} is a new success status with another body`, "check `status` before you read `data`"];
  },
  "status-removed": (_, status) => [`${status} is no longer documented`, "delete the code that checks for it"],
  "header-added": (_, name) => [`The header \`${name}\` is new`],
  "header-removed": (_, name) => [`The header \`${name}\` is gone`, "stop reading it"],
  "header-became-required": (_, name) => [`The header \`${name}\` is always there now`],
  "header-became-optional": (_, name) => [`The header \`${name}\` may be missing`, "handle undefined"],

  "security-added": ({ schemes }: { schemes: readonly string[] }) => [
    schemes.length === 0
      ? "This operation accepts calls without authentication"
      : `${schemes.join(" with ")} also authenticates this operation`,
  ],
  /** `others`: the alternatives, each the names of its schemes; empty if it needs no authentication. */
  "security-removed": ({ schemes, others }: { schemes: readonly string[]; others: readonly (readonly string[])[] }) => [
    schemes.length === 0
      ? "This operation requires authentication now"
      : `${schemes.join(" with ")} in its old form no longer authenticates this operation`,
    others
      .map((names) => (names.length === 0 ? "send no credentials" : `authenticate with ${names.join(" and ")}`))
      .join(" or "),
  ],
  "webhook-added": (_, name) => [`The webhook \`${name}\` is new`],
  "webhook-removed": (_, name) => [`The webhook \`${name}\` is gone`, "delete the code that handles it"],
} satisfies Sentences;

function parameter({ in: location }: Located, name: string): string {
  return `The ${location} parameter \`${name}\``;
}

function anyOf({ conditions }: Conditional): string {
  return conditions.map(({ property, value }) => `\`${property}: ${value}\``).join(" or ");
}

function form({ style, explode }: ParameterForm): string {
  return `style ${style}, ${explode ? "exploded" : "not exploded"}`;
}
