import type { Condition, Form, OperationFacts } from "../../judge/facts.ts";
import { describeTexts } from "../describe-difference.ts";
import type { Sentences } from "./sentences.ts";
import { quoteAll, quoteJson } from "../words.ts";

/** What is said of the document, its operations, and what they carry. */
export const OPERATIONS: Sentences<OperationFacts> = {
  "dialect-changed": [
    "Schemas are written in another dialect of JSON Schema, where the same keyword may mean something else",
    "check what the keywords that your code relies on mean there",
  ],
  "server-removed": (_, url) => [
    `The API is no longer served at ${url}`,
    "allow the new address where requests are filtered",
  ],
  "server-added": (_, url) => [`The API is served at ${url}`],
  "server-changed": ({ was }, url) => [`Clients call ${url} instead of ${was}`, `pass \`baseUrl\` to stay with ${was}`],
  "version-changed": ({ was, is, isServedElsewhere }) => [
    `The API's version, \`API_VERSION\`, is \`${String(is)}\` instead of \`${String(was)}\`${isServedElsewhere ? "" : ", and the API is served where it was"}`,
    "check what you do with it where you compare, send or store it",
  ],
  reworded: ({ count }) => [
    `${count} ${count === 1 ? "text or example" : "texts and examples"} changed in our own words alone`,
  ],
  "text-changed": (fact) => [`The ${fact.field} ${describeTexts(fact)}`],
  "unknown-field": ({ was, is }, field) => [
    `The field \`${field}\`, which this comparison does not know, is ${quoteJson(is)} instead of ${quoteJson(was)}`,
    "check what your code relies on",
  ],
  deprecated: ({ isSet }, name) =>
    isSet ? [`\`${name}\` is deprecated`, "plan to do without it"] : [`\`${name}\` is no longer deprecated`],

  "operation-added": ({ endpoint }, name) => [`\`${name}\` (${endpoint}) is new`],
  "operation-removed": ({ endpoint }, name) => [`\`${name}\` (${endpoint}) is gone`, "stop calling it"],
  "operation-id-changed": ({ is }, name) => [`\`${name}\` is called \`${is}\` now`, "call the method of that name"],
  "operation-moved": ({ was, is }, name) => [`\`${name}\` is ${is} instead of ${was}`, "pass what the new path takes"],

  "parameter-removed": (fact, name) => [`${parameter(fact, name)} is gone`, "stop sending it"],
  "parameter-added": (fact, name) => [`${parameter(fact, name)} is new and optional`],
  "required-parameter-added": (fact, name) => [
    `${parameter(fact, name)} is new and required${fact.conditions.length > 0 ? ` with ${anyOf(fact)}` : ""}`,
    "send it",
  ],
  "parameter-became-required": (fact, name) => [`${parameter(fact, name)} is required now`, "send it"],
  "parameter-became-optional": (fact, name) => [
    `${parameter(fact, name)} may be left out${fact.conditions.length > 0 ? `, but with ${anyOf(fact)}` : ""}`,
  ],
  "parameter-became-required-with": (fact, name) => [
    `${parameter(fact, name)} is required with ${anyOf(fact)} now`,
    "send it",
  ],
  "parameter-required-with-new": (fact, name) => [
    `${parameter(fact, name)} is required with ${anyOf(fact)}, which is new`,
  ],
  "parameter-became-optional-with": (fact, name) => [
    `${parameter(fact, name)} may be left out with ${anyOf(fact)} as well`,
  ],
  "parameter-form-changed": (fact, name) => [
    `${parameter(fact, name)} is sent in another form (${form(fact.is)} instead of ${form(fact.was)})`,
    "upgrade, and let the SDK write it",
  ],

  "body-added": ({ isRequired }) => (isRequired ? ["It needs a body now", "send one"] : ["It may take a body now"]),
  "body-removed": ["It no longer takes a body", "stop sending one"],
  "body-became-required": ["The body is required now", "send it"],
  "body-became-optional": ["The body may be left out"],
  "media-type-removed": ({ others, direction }, type) => {
    const verb = direction === "request" ? ["send", "sending"] : ["read", "reading"];
    return [
      `The body is no longer ${type}`,
      others.length > 0 ? `${verb[0]} ${others.join(" or ")}` : `stop ${verb[1]} it`,
    ];
  },
  "media-type-added": ({ asks }, type) =>
    asks ? [`The body may be ${type}`, "handle it"] : [`The body may be ${type} as well`],
  "example-removed": ({ others }, name) => {
    const instead = others.length === 0 ? "reply with a body of your own" : `name ${quoteAll(others)}`;
    return [`The example \`${name}\` is gone`, `where \`mock.reply\` names it, ${instead} instead`];
  },

  "status-added": ({ outcome }, status) => {
    if (outcome === "failure") return [`${status} is a new way to fail`];
    return outcome === "success"
      ? [`${status} is a new outcome`, "handle it where you distinguish outcomes"]
      : [`${status} is a new outcome with another body`, "check `status` before you read `data`"];
  },
  "status-removed": (_, status) => [`${status} is no longer documented`, "delete the code that asks for it"],
  "header-added": (_, name) => [`The header \`${name}\` is new`],
  "header-removed": (_, name) => [`The header \`${name}\` is gone`, "stop reading it"],
  "header-became-required": (_, name) => [`The header \`${name}\` is always there now`],
  "header-became-optional": (_, name) => [`The header \`${name}\` may be missing`, "handle undefined"],

  "security-added": ({ schemes }) => [
    schemes.length === 0
      ? "This operation asks for no authentication"
      : `${schemes.join(" with ")} authenticates this operation as well`,
  ],
  "security-removed": ({ schemes, others }) => [
    schemes.length === 0
      ? "This operation asks for authentication now"
      : `${schemes.join(" with ")} as it was no longer authenticates this operation`,
    others
      .map((names) => (names.length === 0 ? "send no credentials" : `authenticate by ${names.join(" with ")}`))
      .join(" or "),
  ],
  "webhook-added": (_, name) => [`The webhook \`${name}\` is new`],
  "webhook-removed": (_, name) => [`The webhook \`${name}\` is gone`, "delete the code that handles it"],
};

function parameter({ in: location }: { readonly in: string }, name: string): string {
  return `The ${location} parameter \`${name}\``;
}

function anyOf({ conditions }: { readonly conditions: readonly Condition[] }): string {
  return conditions.map(({ property, value }) => `\`${property}: ${value}\``).join(" or ");
}

function form({ style, explode }: Form): string {
  return `style ${style}, ${explode ? "exploded" : "not exploded"}`;
}
