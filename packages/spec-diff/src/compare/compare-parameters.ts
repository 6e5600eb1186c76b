import { type JsonObject, listParameters, REQUIRED_WHEN } from "@grid-sdk/openapi";
import { type Comparison, lookAt } from "../judge/comparison.ts";
import type { ListedOperation, Revision } from "../read/revision.ts";
import { schemaNodes } from "../read/schema-node.ts";
import { compareConditions, type IsPossible, listConditions, quoteConditions } from "./compare-conditions.ts";
import { compareContent } from "./compare-content.ts";
import { compareDeprecated, compareOtherFields } from "./compare-fields.ts";
import { reportParameter } from "./report-parameter.ts";
import { compareSchemas } from "./schema/compare-schemas.ts";

const COMPARED = ["name", "in", "required", "schema", "content", "deprecated", "style", "explode", REQUIRED_WHEN];

/** The parameters of an operation by place and name. */
export function parametersByKey({ document }: Revision, operation: ListedOperation): Map<string, JsonObject> {
  const parameters = listParameters(document, operation);
  return new Map(parameters.map((parameter) => [`${String(parameter["in"])} ${String(parameter["name"])}`, parameter]));
}

/** Records parameters that came, went, or changed. `isPossible` is about bodies before. */
export function compareParameters(
  comparison: Comparison,
  operation: string,
  before: ReadonlyMap<string, JsonObject>,
  after: ReadonlyMap<string, JsonObject>,
  isPossible: IsPossible,
): void {
  for (const [key, parameter] of before) {
    const now = after.get(key);
    const inside = lookAt(comparison, "request", operation, key);
    if (now) compareParameter(inside, parameter, now, isPossible);
    else reportParameter(inside, "breaking", "parameter-removed", parameter, "is gone", "stop sending it");
  }
  for (const [key, parameter] of after) {
    if (before.has(key)) continue;
    const inside = lookAt(comparison, "request", operation, key);
    const conditions = listConditions(parameter).filter(isPossible);
    if (isRequired(parameter) || conditions.length > 0) {
      const when = isRequired(parameter) ? "required" : `required with ${quoteConditions(conditions)}`;
      reportParameter(inside, "breaking", "required-parameter-added", parameter, `is new and ${when}`, "send it");
    } else reportParameter(inside, "minor", "parameter-added", parameter, "is new and optional");
  }
}

function compareParameter(comparison: Comparison, before: JsonObject, after: JsonObject, isPossible: IsPossible): void {
  const name = String(before["name"]);
  if (isRequired(before) !== isRequired(after)) {
    if (isRequired(after))
      reportParameter(comparison, "breaking", "parameter-became-required", after, "is required now", "send it");
    else {
      const conditions = quoteConditions(listConditions(after));
      const says = `may be left out${conditions && `, but with ${conditions}`}`;
      reportParameter(comparison, "minor", "parameter-became-optional", after, says);
    }
  }
  compareConditions(comparison, before, after, isPossible);
  const [was, is] = [serialization(before), serialization(after)];
  if (was !== is) {
    const says = `is sent in another form (${is} instead of ${was})`;
    const advice = "upgrade, and let the SDK write it";
    reportParameter(comparison, "breaking", "parameter-form-changed", after, says, advice);
  }
  compareDeprecated(comparison, before, after, name);
  compareOtherFields(comparison, [before, after], COMPARED);
  const part = { sort: `${String(before["in"])} parameter`, name };
  compareSchemas(comparison, schemaNodes(comparison.before, before, part), schemaNodes(comparison.after, after, part));
  compareContent(comparison, before, after);
}

function isRequired(parameter: JsonObject): boolean {
  return parameter["required"] === true || parameter["in"] === "path";
}

/** `style` and `explode`, with the defaults that OpenAPI gives them. */
function serialization(parameter: JsonObject): string {
  const isForm = parameter["in"] === "query" || parameter["in"] === "cookie";
  const style = String(parameter["style"] ?? (isForm ? "form" : "simple"));
  const explode = parameter["explode"] ?? style === "form";
  return `style ${style}, ${explode === true ? "exploded" : "not exploded"}`;
}
