import type { Violation } from "@grid-sdk/contract";
import { isJsonObject, keysOfPointer } from "@grid-sdk/openapi";

/** Removes undeclared properties: a generator of values may make some up. */
export function dropUndeclared(body: unknown, violations: readonly Violation[]): unknown {
  const copy: unknown = copyJson(body);
  for (const { where, code } of violations) {
    if (code !== "undeclared") continue;
    const keys = keysOfPointer(where);
    const last = keys.pop();
    const holder = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], copy);
    if (last !== undefined && isJsonObject(holder)) delete holder[last];
  }
  return copy;
}

function copyJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
