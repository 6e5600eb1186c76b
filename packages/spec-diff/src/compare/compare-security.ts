import {
  canonicalJson,
  fieldOf,
  isJsonObject,
  type JsonObject,
  resolveOptional,
  withoutDocumentation,
} from "@grid-sdk/openapi";
import { type Comparison, report } from "../judge/comparison.ts";
import type { Revision } from "../read/revision.ts";

/** The name of an alternative that asks for nothing. */
const NONE = "No authentication";

/** Records security alternatives that came or went; a scheme counts by what it is, not by its name. */
export function compareSecurity(comparison: Comparison, before: JsonObject, after: JsonObject): void {
  const was = listAlternatives(comparison.before, before);
  const is = listAlternatives(comparison.after, after);
  const place = { path: [] };
  for (const [key, name] of was) {
    if (is.has(key)) continue;
    const advice = [...is.values()].map(advise).join(" or ");
    report(comparison, "breaking", {
      kind: "security-removed",
      place,
      subject: name,
      fact: describeLoss(name),
      advice,
    });
  }
  for (const [key, name] of is) {
    if (was.has(key)) continue;
    const fact =
      name === NONE ? "This operation asks for no authentication" : `${name} authenticates this operation as well`;
    report(comparison, "minor", { kind: "security-added", place, subject: name, fact });
  }
}

function describeLoss(name: string): string {
  return name === NONE
    ? "This operation asks for authentication now"
    : `${name} as it was no longer authenticates this operation`;
}

function advise(name: string): string {
  return name === NONE ? "send no credentials" : `authenticate by ${name}`;
}

function listAlternatives({ document }: Revision, operation: JsonObject): Map<string, string> {
  const security = operation["security"] ?? document["security"];
  const list = Array.isArray(security) && security.length > 0 ? security : [{}];
  return new Map(list.filter(isJsonObject).map((requirement) => describeRequirement(document, requirement)));
}

function describeRequirement(document: JsonObject, requirement: JsonObject): [string, string] {
  const schemes = fieldOf(fieldOf(document, "components"), "securitySchemes");
  const parts = Object.entries(requirement).map(([name, scopes]) => [
    schemes[name] === undefined ? name : describeScheme(resolveOptional(document, schemes[name])),
    Array.isArray(scopes) ? scopes.map(String).toSorted() : [],
  ]);
  return [parts.map(canonicalJson).toSorted().join(), Object.keys(requirement).toSorted().join(" with ") || NONE];
}

/** `bearerFormat` is a hint for people. */
function describeScheme(scheme: JsonObject): unknown {
  return withoutDocumentation({ ...scheme, bearerFormat: undefined });
}
