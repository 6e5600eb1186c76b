import { isJsonObject, type JsonObject, resolveRef } from "@grid-sdk/openapi";
import { listEveryOperation } from "./list-every-operation.ts";
import { placeOfRef } from "./place.ts";

/** What carries a schema: requests, answers of success, answers of failure. */
export type Carrier = "request" | "response" | "error";

/** For each component schema what carries it, also as a part of another one. */
export function findReach(document: JsonObject): Map<string, Set<Carrier>> {
  const roots: Record<Carrier, unknown[]> = { request: [], response: [], error: [] };
  for (const { operation, pathItem } of listEveryOperation(document)) {
    const { parameters, requestBody } = operation;
    roots.request.push(pathItem["parameters"], parameters, requestBody);
    for (const [status, response] of Object.entries((operation["responses"] ?? {}) as JsonObject)) {
      roots[status.startsWith("2") ? "response" : "error"].push(response);
    }
  }
  const reach = new Map<string, Set<Carrier>>();
  for (const carrier of ["request", "response", "error"] as const) follow(document, roots[carrier], carrier, reach);
  return reach;
}

function follow(document: JsonObject, from: unknown, carrier: Carrier, reach: Map<string, Set<Carrier>>): void {
  const seen = new Set<unknown>();
  const queue = [from];
  for (const value of queue) {
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const ref = isJsonObject(value) ? value["$ref"] : undefined;
    if (typeof ref === "string") {
      const { component } = placeOfRef(ref);
      if (component !== undefined) reach.set(component, (reach.get(component) ?? new Set()).add(carrier));
      queue.push(resolveRef(document, { $ref: ref }));
    }
    queue.push(...Object.values(value));
  }
}
