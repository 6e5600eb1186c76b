import { fieldOf, type Keys, keysOfRef, listEndpoints, valueAt, walk } from "@grid-sdk/openapi";
import { placeOfRef } from "./place.ts";
import type { Revision } from "./revision.ts";

/** What carries a schema: requests, responses of success, responses of failure. */
export type Carrier = "request" | "response" | "error";

/** For each component schema what carries it, also as a part of another one. */
export function findReach({ document }: Revision): Map<string, Set<Carrier>> {
  const roots: Record<Carrier, Keys[]> = { request: [], response: [], error: [] };
  for (const { method, path, operation } of listEndpoints(document)) {
    const at = ["paths", path, method.toLowerCase()];
    roots.request.push(["paths", path, "parameters"], [...at, "parameters"], [...at, "requestBody"]);
    for (const status of Object.keys(fieldOf(operation, "responses"))) {
      roots[status.startsWith("2") ? "response" : "error"].push([...at, "responses", status]);
    }
  }
  const reach = new Map<string, Set<Carrier>>();
  for (const carrier of ["request", "response", "error"] as const) {
    const seen = new Set<string>();
    // The list grows while it is walked through.
    for (const keys of roots[carrier]) {
      for (const { object } of walk(valueAt(document, keys), keys)) {
        const ref = object["$ref"];
        if (typeof ref !== "string" || seen.has(ref)) continue;
        seen.add(ref);
        const { component } = placeOfRef(ref);
        if (component !== undefined) reach.set(component, (reach.get(component) ?? new Set()).add(carrier));
        roots[carrier].push(keysOfRef(ref) ?? []);
      }
    }
  }
  return reach;
}
