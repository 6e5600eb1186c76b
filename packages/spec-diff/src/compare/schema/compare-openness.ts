import { isJsonObject } from "@grid-sdk/openapi";
import type { Level } from "../../judge/change.ts";
import { asksIn, type Comparison, report } from "../../judge/comparison.ts";
import type { Openness } from "../../judge/facts/parts.ts";
import type { SchemaNode } from "../../read/schema-node.ts";
import { pairNames } from "../../read/pair-names.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Sides } from "./sides.ts";

/** Records differences in `additionalProperties` and `unevaluatedProperties`. */
export function compareOpenness(comparison: Comparison, { before, after, place }: Sides): void {
  for (const [keyword, old = [], now = []] of pairNames(before.openness, after.openness)) {
    const [was, is] = [opennessOf(old), opennessOf(now)];
    if (was === "typed" && is === "typed") compareSchemas(comparison, old, now);
    else if (was !== is) {
      const levels = { request: requestLevel(was, is), response: responseLevel(was, is) };
      const fact = { kind: "openness-changed", keyword, was, is, asks: asksIn(comparison, levels) } as const;
      report(comparison, levels, fact, { place });
    }
  }
}

function opennessOf(nodes: readonly SchemaNode[]): Openness {
  if (nodes.length === 0) return "silent";
  if (nodes.some(({ schema }) => schema === false)) return "closed";
  return nodes.some(({ schema }) => isJsonObject(schema) && Object.keys(schema).length > 0) ? "typed" : "open";
}

function requestLevel(was: Openness, is: Openness): Level {
  if (is === "closed" || is === "typed") return was === "closed" ? "minor" : "breaking";
  // The server accepts the same as before, but the types no longer accept undeclared properties.
  return was === "open" ? "breaking" : "minor";
}

/** Undeclared properties stay readable as long as any name is allowed. */
function responseLevel(was: Openness, is: Openness): Level {
  if (was === "typed") return "breaking";
  return was === "open" && is !== "typed" ? "breaking" : "minor";
}
