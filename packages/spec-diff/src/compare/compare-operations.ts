import { isJsonObject, type JsonObject } from "../generate/fragment.ts";
import { compareRequestBody, compareResponses } from "./compare-bodies.ts";
import { fieldOf, resolved } from "./compare-content.ts";
import { compareDeprecated, compareOtherFields } from "./compare-fields.ts";
import { compareParameters, listParameters } from "./compare-parameters.ts";
import { compareSecurity } from "./compare-security.ts";
import { lookAt, report, type Comparison } from "./comparison.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const COMPARED = ["operationId", "parameters", "requestBody", "responses", "deprecated", "security"];
const place = { path: [] };

export interface ListedOperation {
  readonly name: string;
  readonly operationId: unknown;
  readonly endpoint: string;
  /** The endpoint with unnamed path parameters: two that share it answer the same requests. */
  readonly route: string;
  readonly operation: JsonObject;
  readonly pathItem: JsonObject;
}

/** Every operation of the document, also those that the SDK has no way to express. */
export function listEveryOperation(document: JsonObject): ListedOperation[] {
  return Object.entries(fieldOf(document, "paths")).flatMap(([path, item]) => {
    if (path.startsWith("x-")) return [];
    const pathItem = resolved(document, item);
    return METHODS.flatMap((method) => {
      const operation = pathItem[method];
      if (!isJsonObject(operation)) return [];
      const endpoint = `${method.toUpperCase()} ${path}`;
      const operationId = operation["operationId"];
      const route = endpoint.replaceAll(/\{[^}]*\}/g, "{}");
      return [{ name: String(operationId ?? endpoint), operationId, endpoint, route, operation, pathItem }];
    });
  });
}

/** Records operations that came, went, moved, or changed. */
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
  for (const { name, endpoint } of remaining) {
    const message = `\`${name}\` (${endpoint}) is new.`;
    report(lookAt(comparison, "response", name), "minor", { kind: "operation-added", place, subject: name, message });
  }
}

function compareOperation(comparison: Comparison, was: ListedOperation, is: ListedOperation | undefined): void {
  const { name } = was;
  if (!is) {
    const message = `\`${name}\` (${was.endpoint}) is gone: stop calling it.`;
    report(comparison, "breaking", { kind: "operation-removed", place, subject: name, message });
    return;
  }
  if (was.operationId !== is.operationId) {
    const message = `\`${name}\` is called \`${is.name}\` now: call the method of that name.`;
    report(comparison, "breaking", { kind: "operation-id-changed", place, subject: name, message });
  }
  if (was.route !== is.route) {
    const message = `\`${name}\` is ${is.endpoint} instead of ${was.endpoint}.`;
    report(comparison, "breaking", { kind: "operation-moved", place, subject: name, message });
  }
  compareDeprecated(comparison, was.operation, is.operation, name);
  compareOtherFields(comparison, [was.operation, is.operation], COMPARED);
  compareOtherFields(comparison, [was.pathItem, is.pathItem], ["parameters", "$ref", ...METHODS]);
  compareParameters(
    comparison,
    name,
    listParameters(comparison.before, was.pathItem["parameters"], was.operation["parameters"]),
    listParameters(comparison.after, is.pathItem["parameters"], is.operation["parameters"]),
  );
  compareRequestBody(comparison, name, was.operation, is.operation);
  compareResponses(comparison, name, was.operation, is.operation);
  compareSecurity(comparison, was.operation, is.operation);
}
