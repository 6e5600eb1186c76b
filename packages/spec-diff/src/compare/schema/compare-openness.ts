import { isJsonObject } from "@grid-sdk/openapi";
import type { Level } from "../../judge/change.ts";
import { type Comparison, type Direction, report } from "../../judge/comparison.ts";
import { lastStep, quoteStep } from "../../read/place.ts";
import type { SchemaNode } from "../../read/schema-node.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Sides } from "./sides.ts";

/** What an object does with properties that it does not name. */
type Openness = "silent" | "open" | "closed" | "typed";

/** What to do about what breaks; what cannot break has none. */
const ADVICE: Record<Direction, Partial<Record<Openness, string>>> = {
  request: {
    silent: "send no property that is not declared, since the types take none",
    closed: "send no property that is not declared",
    typed: "send properties that are not declared with that type alone",
  },
  response: {
    silent: "stop reading properties that are not declared",
    open: "check what you read of properties that are not declared",
    closed: "stop reading properties that are not declared",
  },
};

/** Records differences in `additionalProperties` and `unevaluatedProperties`. */
export function compareOpenness(comparison: Comparison, { before, after, place }: Sides): void {
  for (const keyword of new Set([...before.openness.keys(), ...after.openness.keys()])) {
    const [was, is] = [before.openness.get(keyword) ?? [], after.openness.get(keyword) ?? []];
    const [wasOpenness, isOpenness] = [opennessOf(was), opennessOf(is)];
    if (wasOpenness === "typed" && isOpenness === "typed") {
      compareSchemas(comparison, was, is);
    } else if (wasOpenness !== isOpenness) {
      const subject = lastStep(place);
      const levels = {
        request: requestLevel(wasOpenness, isOpenness),
        response: responseLevel(wasOpenness, isOpenness),
      };
      const { direction } = comparison;
      const advice = ADVICE[direction][isOpenness];
      const asked = levels[direction] === "breaking" ? advice : undefined;
      const fact = `${keyword} of ${quoteStep(place)} is ${isOpenness} instead of ${wasOpenness}`;
      report(comparison, levels, { kind: `${keyword}-changed`, place, subject, fact, advice: asked });
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
  // The server takes what it took, but the types do not take undeclared properties any more.
  return was === "open" ? "breaking" : "minor";
}

/** What is read of properties by any name stays readable where they come by any name still. */
function responseLevel(was: Openness, is: Openness): Level {
  if (was === "typed") return "breaking";
  return was === "open" && is !== "typed" ? "breaking" : "minor";
}
