import { findRequiringValue } from "@grid-sdk/contract";
import { isJsonObject, type JsonObject, type Operation, type Parameter } from "@grid-sdk/openapi";
import { findKind } from "../name-examples.ts";
import { sampleValue } from "./sample-value.ts";

/** The input of a call. */
export interface Call {
  /** What distinguishes it from the operation's other calls, for example `PASSKEY`; undefined for the only one. */
  readonly kind: string | undefined;
  /** By place, then by name: the required parameters, and those that the body requires. No place is empty. */
  readonly parameters: Readonly<Partial<Record<"path" | "query" | "header", JsonObject>>>;
  readonly body: unknown;
}

/** The calls of an operation: one for each example of its body, or a single one. */
export function listCalls(document: JsonObject, operation: Operation): Call[] {
  const { requestBody, parameters } = operation;
  const own = [...(requestBody?.examples ?? [])];
  const bodies = own.length > 0 ? own : [["", makeBody(document, requestBody)] as const];
  const property = findKind(document, requestBody?.schema);
  return bodies.map(([name, body]) => ({
    kind: bodies.length > 1 ? (readKind(body, property) ?? name) : undefined,
    parameters: { ...pick("path", body), ...pick("query", body), ...pick("header", body) },
    body,
  }));

  function pick(place: string, body: unknown): JsonObject {
    const needed = parameters.filter((parameter) => parameter.in === place && isNeeded(parameter, body));
    const values = needed.map(({ name, example, schema }) => [name, example ?? sampleValue(document, schema)]);
    return values.length > 0 ? { [place]: Object.fromEntries(values) } : {};
  }
}

function isNeeded(parameter: Parameter, body: unknown): boolean {
  return parameter.required || findRequiringValue(parameter, body) !== undefined;
}

function makeBody(document: JsonObject, requestBody: Operation["requestBody"]): unknown {
  return requestBody?.required ? sampleValue(document, requestBody.schema) : undefined;
}

function readKind(body: unknown, property: string | undefined): string | undefined {
  const value = isJsonObject(body) && property !== undefined ? body[property] : undefined;
  return typeof value === "string" ? value : undefined;
}
