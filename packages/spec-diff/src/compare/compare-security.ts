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

/** Records security alternatives that are new or gone. Schemes are compared by their content, not by their names. */
export function compareSecurity(comparison: Comparison, before: JsonObject, after: JsonObject): void {
  const [was, is] = [listAlternatives(comparison.before, before), listAlternatives(comparison.after, after)];
  const others = [...is.values()];
  for (const [key, schemes] of was) {
    const at = { subject: nameSchemes(schemes) };
    if (!is.has(key)) report(comparison, "breaking", { kind: "security-removed", schemes, others }, at);
  }
  for (const [key, schemes] of is) {
    if (!was.has(key))
      report(comparison, "minor", { kind: "security-added", schemes }, { subject: nameSchemes(schemes) });
  }
}

function nameSchemes(schemes: readonly string[]): string {
  return schemes.join(" with ") || "No authentication";
}

function listAlternatives({ document }: Revision, operation: JsonObject): Map<string, string[]> {
  const security = operation["security"] ?? document["security"];
  const list = Array.isArray(security) && security.length > 0 ? security : [{}];
  return new Map(list.filter(isJsonObject).map((requirement) => describeRequirement(document, requirement)));
}

function describeRequirement(document: JsonObject, requirement: JsonObject): [string, string[]] {
  const schemes = fieldOf(fieldOf(document, "components"), "securitySchemes");
  const parts = Object.entries(requirement).map(([name, scopes]) => [
    schemes[name] === undefined ? name : describeScheme(resolveOptional(document, schemes[name])),
    Array.isArray(scopes) ? scopes.map(String).toSorted() : [],
  ]);
  return [parts.map(canonicalJson).toSorted().join(), Object.keys(requirement).toSorted()];
}

/** `bearerFormat` is a hint for people. */
function describeScheme(scheme: JsonObject): unknown {
  return withoutDocumentation({ ...scheme, bearerFormat: undefined });
}
