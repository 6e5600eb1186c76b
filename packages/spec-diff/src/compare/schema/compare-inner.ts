import { isJsonObject } from "@grid-sdk/openapi";
import type { Level } from "../../judge/change.ts";
import { type Comparison, report, reportAsking } from "../../judge/comparison.ts";
import type { Openness } from "../../facts/parts.ts";
import { areAlike } from "../../read/are-alike.ts";
import { hasRole } from "../../read/keywords.ts";
import { pairNames } from "../../read/pair-names.ts";
import type { Nodes } from "../../read/schema-node.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Sides } from "./sides.ts";

/**
 * Records differences in schemas under other keywords than `properties`: of undeclared properties, of items, and those
 * with a logic of their own, such as `not`. A change of the last ones is breaking in both directions.
 */
export function compareInner(comparison: Comparison, { before, after, place }: Sides): void {
  const { direction } = comparison;
  for (const [name, was, is] of pairNames(before.inner, after.inner)) {
    const [keyword = ""] = name.split("/", 1);
    if (hasRole(keyword, "openness")) {
      const [old, now] = [opennessOf(was), opennessOf(is)];
      if (was && is && old === "typed" && now === "typed") compareSchemas(comparison, was, is);
      else if (old !== now) {
        const levels = { request: requestLevel(old, now), response: responseLevel(old, now) };
        reportAsking(comparison, levels, { kind: "openness-changed", keyword, was: old, is: now }, { place });
      }
    } else if (hasRole(keyword, "part"))
      compareSchemas(comparison, was ?? allowAny(comparison.before, is), is ?? allowAny(comparison.after, was));
    else if (!was || !is || !areAlike(was, is))
      report(comparison, "breaking", { kind: "logic-changed", keyword: name, direction }, { place });
  }
}

/** Where one side says nothing, any value is allowed. */
function allowAny(revision: Comparison["before"], [node]: Nodes = []): Nodes {
  return node ? [{ ...node, revision, schema: true }] : [];
}

function opennessOf(nodes: Nodes = []): Openness {
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
