import { METHODS } from "@grid-sdk/openapi";
import { asObject, isJsonObject, refuseProblems, type FragmentProblem, type JsonObject } from "./fragment.ts";
import { INHERITED_NAMES } from "./inherited-names.ts";
import { readRequestBody, readResponses, type Body, type DocumentedResponse } from "./read-bodies.ts";
import { readParameters, type Parameter } from "./read-parameters.ts";
import { createReader, type Keys, type Reader } from "./reader.ts";
import { readRequiredWhen, type RequiredWhen } from "./required-when.ts";
import { isTaken, typeNamesOf } from "./type-names.ts";
import { checkSecurity } from "./security.ts";

export type { DocumentedResponse } from "./read-bodies.ts";

export interface Operation {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The template, for example `/auth/credentials/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  /** Its own, and those of its path item. */
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Body & { readonly required: boolean };
  /** The parameters that are required for some bodies alone. */
  readonly requiredWhen?: RequiredWhen;
  /** By status, ascending. */
  readonly responses: readonly DocumentedResponse[];
}

/** The document's operations in its own order. Throws a `FragmentError` with all that the SDK cannot express. */
export function listOperations(document: JsonObject): Operation[] {
  const { operations, problems } = readOperations(document);
  refuseProblems(problems);
  return operations;
}

/** The operations in the document's own order, and what of them the SDK cannot express, by pointer. */
export function readOperations(document: JsonObject): {
  readonly operations: Operation[];
  readonly problems: readonly FragmentProblem[];
} {
  const reader = createReader(document);
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(asObject(document["paths"]))) {
    if (!path.startsWith("/")) continue;
    const resolved = reader.resolve(item, ["paths", path]);
    const pathItem = { ...resolved, ...asObject(item) };
    for (const method of METHODS) {
      const operation = pathItem[method];
      if (isJsonObject(operation)) operations.push(readOperation(reader, path, method, pathItem, operation));
    }
  }
  checkIds(reader, operations);
  return { operations, problems: reader.problems };
}

function readOperation(
  reader: Reader,
  path: string,
  method: string,
  pathItem: JsonObject,
  operation: JsonObject,
): Operation {
  const keys: Keys = ["paths", path, method];
  const where = `${method.toUpperCase()} ${path}`;
  const operationId = String(operation["operationId"] ?? "");
  // fetch, 2.2.1: a forbidden method.
  if (method === "trace") reader.report(keys, `${where}: fetch does not send TRACE; use another method.`);
  for (const servers of [operation["servers"], pathItem["servers"]]) {
    if (servers)
      reader.report(keys, `${where}: a server of its own is not supported; every call goes to the client's base URL.`);
  }
  checkSecurity(reader, keys, where, operation["security"]);
  const parameters = readParameters(reader, keys, pathItem, operation);
  const body = operation["requestBody"];
  const requestBody =
    body === undefined ? undefined : readRequestBody(reader, [...keys, "requestBody"], where, method, body);
  const requiredWhen = readRequiredWhen(reader, keys, parameters, requestBody);
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    summary: String(operation["summary"] ?? operationId),
    description: String(operation["description"] ?? ""),
    deprecated: operation["deprecated"] === true,
    parameters,
    ...(requestBody && { requestBody }),
    ...(requiredWhen && { requiredWhen }),
    responses: readResponses(reader, [...keys, "responses"], where, method, asObject(operation["responses"])),
  };
}

// Names on the client object that mean something else: the escape hatch, what makes an object awaitable, and what
// every object has.
const RESERVED_IDS = new Set(["http", "withOptions", "then", "toJSON", ...INHERITED_NAMES]);

function checkIds(reader: Reader, operations: readonly Operation[]): void {
  const first = new Map<string, Operation>();
  for (const operation of operations) {
    const { operationId, method, path } = operation;
    const where = `${method} ${path}`;
    const keys = ["paths", path, method.toLowerCase()];
    const taken = Object.values(typeNamesOf(operationId)).find(isTaken);
    const twin = first.get(operationId);
    if (!/^[a-z][A-Za-z0-9]*$/.test(operationId)) {
      const found = operationId === "" ? "none" : JSON.stringify(operationId);
      reader.report(keys, `${where}: operationId must be a camelCase name; found ${found}.`);
    } else if (RESERVED_IDS.has(operationId)) {
      reader.report(keys, `${where}: operationId ${operationId} is taken by the client itself; choose another.`);
    } else if (taken) {
      reader.report(
        keys,
        `${where}: operationId ${operationId} would export the type ${taken}, which exists; choose another.`,
      );
    } else if (twin) {
      reader.report(
        keys,
        `${where}: operationId ${operationId} stands twice, at ${twin.method} ${twin.path} as well; each operation needs its own.`,
      );
    }
    first.set(operationId, twin ?? operation);
  }
}
