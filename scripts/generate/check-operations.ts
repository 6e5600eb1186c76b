import { asObject, fieldOf, type JsonObject, type Operation, resolveRef } from "@grid-sdk/openapi";
import { checkBodies } from "./check-bodies.ts";
import { checkCondition } from "./check-condition.ts";
import { checkParameters } from "./check-parameters.ts";
import { INHERITED_NAMES } from "./inherited-names.ts";
import type { Report } from "./problems.ts";
import { isTaken, typeNamesOf } from "./type-names.ts";

/** Reports what the SDK cannot express of the operations. */
export function checkOperations(document: JsonObject, operations: readonly Operation[], report: Report): void {
  for (const operation of operations) {
    checkMethod(operation, report);
    checkSecurity(document, operation, report);
    checkParameters(document, operation, report);
    checkBodies(document, operation, report);
    checkCondition(document, operation, report);
  }
  checkIds(operations, report);
}

function checkMethod({ method, path, endpoint }: Operation, report: Report): void {
  const { keys, pathItem, operation } = endpoint;
  const where = `${method} ${path}`;
  // fetch, 2.2.1: a forbidden method.
  if (method === "TRACE") report(keys, `${where}: fetch does not send TRACE; use another method.`);
  if (operation["servers"] || pathItem["servers"]) {
    report(keys, `${where}: servers of an operation are not supported; every call goes to the client's base URL.`);
  }
}

/** HTTP Basic is the client's only way to authenticate. */
function checkSecurity(document: JsonObject, { method, path, endpoint }: Operation, report: Report): void {
  const { keys, operation } = endpoint;
  const { security: own } = operation;
  const security = own === undefined ? document["security"] : own;
  // An operation without any requirement needs no credentials.
  if (!Array.isArray(security) || security.length === 0) return;
  const schemes = fieldOf(document, "components", "securitySchemes");
  const isBasic = (name: string) => {
    const scheme = schemes[name] === undefined ? {} : resolveRef(document, schemes[name]);
    return scheme["type"] === "http" && String(scheme["scheme"]).toLowerCase() === "basic";
  };
  const alternatives = security.map((requirement: unknown) => Object.keys(asObject(requirement)));
  if (alternatives.some((names) => names.every(isBasic))) return;
  const found = alternatives.map((names) => names.join(" with ")).join(", or ");
  const message = `${method} ${path}: the client authenticates only with HTTP Basic; found ${found}.`;
  report(own === undefined ? keys : [...keys, "security"], message);
}

// Names on the client object that mean something else: the escape hatch, what makes an object awaitable, and what
// every object has.
const RESERVED_IDS = new Set(["http", "withOptions", "then", "toJSON", ...INHERITED_NAMES]);

function checkIds(operations: readonly Operation[], report: Report): void {
  const first = new Map<string, Operation>();
  for (const operation of operations) {
    const { id, method, path, endpoint } = operation;
    const twin = first.get(id);
    first.set(id, twin ?? operation);
    const reason = findReason(id, endpoint.operation["operationId"], twin);
    if (reason !== undefined) report([...endpoint.keys, "operationId"], `${method} ${path}: ${reason}.`);
  }
}

function findReason(id: string, declared: unknown, twin: Operation | undefined): string | undefined {
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) {
    const found = declared === undefined ? "none" : JSON.stringify(declared);
    return `operationId must be a camelCase name; found ${found}`;
  }
  if (RESERVED_IDS.has(id)) return `the client has ${id} already; choose another operationId`;
  const taken = Object.values(typeNamesOf(id)).find(isTaken);
  if (taken !== undefined) return `operationId ${id} would export the type ${taken}, which exists; choose another`;
  return twin && `operationId ${id} is also that of ${twin.method} ${twin.path}; choose another`;
}
