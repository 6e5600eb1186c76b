import { type JsonObject, listParameters, readForm, REQUIRED_WHEN } from "@grid-sdk/openapi";
import { type Comparison, lookAt, report } from "../judge/comparison.ts";
import type { ListedOperation, Revision } from "../read/revision.ts";
import { pairNames } from "../read/pair-names.ts";
import { compareSchemasOf } from "./compare-both.ts";
import { compareConditions, type IsPossible, listConditions, readPossible } from "./compare-conditions.ts";
import { compareContent } from "./compare-content.ts";
import { compareDeprecated, compareOtherFields } from "./compare-fields.ts";

const COMPARED = ["name", "in", "required", "schema", "content", "deprecated", "style", "explode", REQUIRED_WHEN];

/** Records parameters that are new, gone, or changed. */
export function compareParameters(comparison: Comparison, before: ListedOperation, after: ListedOperation): void {
  const isPossible = readPossible(comparison.before, before);
  const [known, present] = [parametersByKey(comparison.before, before), parametersByKey(comparison.after, after)];
  for (const [, was, is] of pairNames(known, present)) {
    const either = was ?? is ?? {};
    const [name, location] = [String(either["name"]), String(either["in"])];
    const inside = lookAt(comparison, "request", before.name, { kind: "parameter", in: location, name });
    if (was && is) compareParameter(inside, was, is, isPossible);
    else if (was) report(inside, "breaking", { kind: "parameter-removed", in: location }, { subject: name });
    else {
      const conditions = listConditions(either).filter(isPossible);
      const isDemanded = isRequired(either) || conditions.length > 0;
      const fact = isDemanded
        ? ({ kind: "required-parameter-added", in: location, conditions } as const)
        : ({ kind: "parameter-added", in: location } as const);
      report(inside, isDemanded ? "breaking" : "minor", fact, { subject: name });
    }
  }
}

/** The parameters of an operation by place and name. */
function parametersByKey({ document }: Revision, operation: ListedOperation): Map<string, JsonObject> {
  const parameters = listParameters(document, operation);
  return new Map(parameters.map((parameter) => [`${String(parameter["in"])} ${String(parameter["name"])}`, parameter]));
}

function compareParameter(comparison: Comparison, before: JsonObject, after: JsonObject, isPossible: IsPossible): void {
  const [name, location] = [String(before["name"]), String(before["in"])];
  const both = [before, after] as const;
  const at = { subject: name };
  if (!isRequired(before) && isRequired(after))
    report(comparison, "breaking", { kind: "parameter-became-required", in: location }, at);
  if (isRequired(before) && !isRequired(after)) {
    const conditions = listConditions(after);
    report(comparison, "minor", { kind: "parameter-became-optional", in: location, conditions }, at);
  }
  compareConditions(comparison, both, isPossible);
  const [was, is] = [readForm(before), readForm(after)];
  if (was.style !== is.style || was.explode !== is.explode)
    report(comparison, "breaking", { kind: "parameter-form-changed", in: location, was, is }, at);
  compareDeprecated(comparison, both, name);
  compareOtherFields(comparison, both, COMPARED);
  compareSchemasOf(comparison, both, {}, { sort: `${location} parameter`, name });
  compareContent(comparison, both);
}

function isRequired(parameter: JsonObject): boolean {
  return parameter["required"] === true || parameter["in"] === "path";
}
