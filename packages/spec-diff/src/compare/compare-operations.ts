import { METHODS } from "@grid-sdk/openapi";
import { type Comparison, lookAt, report } from "../judge/comparison.ts";
import { type ListedOperation, listEveryOperation } from "../read/revision.ts";
import { compareRequestBody, compareResponses } from "./compare-bodies.ts";
import { compareDeprecated, compareOtherFields } from "./compare-fields.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareSecurity } from "./compare-security.ts";

const COMPARED = ["operationId", "parameters", "requestBody", "responses", "deprecated", "security"];

/** Records operations that are new, gone, moved, or changed. */
export function compareOperations(comparison: Comparison): void {
  const before = listEveryOperation(comparison.before);
  const remaining = new Set(listEveryOperation(comparison.after));
  for (const was of before) {
    const is =
      [...remaining].find(({ endpoint }) => endpoint === was.endpoint) ??
      [...remaining].find(({ route }) => route === was.route) ??
      [...remaining].find(({ operationId }) => operationId !== undefined && operationId === was.operationId);
    if (is) remaining.delete(is);
    compareOperation(lookAt(comparison, "response", was.name), was, is);
  }
  for (const { name, endpoint } of remaining)
    report(lookAt(comparison, "response", name), "minor", { kind: "operation-added", endpoint }, { subject: name });
}

function compareOperation(comparison: Comparison, was: ListedOperation, is: ListedOperation | undefined): void {
  const { name, endpoint } = was;
  const at = { subject: name };
  if (!is) {
    report(comparison, "breaking", { kind: "operation-removed", endpoint }, at);
    return;
  }
  if (was.operationId !== is.operationId)
    report(comparison, "breaking", { kind: "operation-id-changed", is: is.name }, at);
  if (was.route !== is.route)
    report(comparison, "breaking", { kind: "operation-moved", was: endpoint, is: is.endpoint }, at);
  compareDeprecated(comparison, [was.operation, is.operation], name);
  compareOtherFields(comparison, [was.operation, is.operation], COMPARED);
  compareOtherFields(comparison, [was.pathItem, is.pathItem], ["parameters", "$ref", ...METHODS]);
  compareParameters(comparison, was, is);
  compareRequestBody(comparison, was, is);
  compareResponses(comparison, was, is);
  compareSecurity(comparison, was.operation, is.operation);
}
