import type { Comparison } from "../../judge/comparison.ts";
import { componentName, identify, placeOf, type SchemaNode } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import { compareBounds, compareCumulative } from "./compare-constraints.ts";
import { compareFlags } from "./compare-flags.ts";
import { compareOpenness } from "./compare-openness.ts";
import { compareProperties } from "./compare-properties.ts";
import { compareTypes, compareValues } from "./compare-types.ts";
import { compareUnions, compareWithUnion } from "./compare-unions.ts";
import { compareLogic, compareUnknown } from "./compare-unknown.ts";
import type { Sides } from "./sides.ts";

export interface SchemaOptions {
  /** Whether the property `code` takes any other string as well, as in the body of an error. */
  readonly openCode?: boolean;
  /** Whether the schema itself takes any other string as well. */
  readonly open?: boolean;
}

/**
 * Records every difference between two schemas, each given as nodes that hold together. Schemas hold schemas: those of
 * properties, of other properties (openness) and of branches (unions, and what they keep) come back here, which is the one circle among
 * these modules. \`visited\` ends it for schemas that hold themselves.
 */
export function compareSchemas(
  comparison: Comparison,
  before: readonly SchemaNode[],
  after: readonly SchemaNode[],
  options: SchemaOptions = {},
): void {
  const pair = JSON.stringify([identify(before), identify(after), options]);
  if (comparison.visited.has(pair)) return;
  comparison.visited.add(pair);

  const component = componentName(before);
  const isComponent = component !== undefined && component === componentName(after);
  if (isComponent && comparison.judged?.has(component) && comparison.visited.size > 1) return;
  if (isComponent) comparison.components.add(component);

  const sides = {
    before: viewSchemas(before),
    after: viewSchemas(after),
    place: isComponent ? placeOf(before) : (before[0]?.place ?? placeOf(after)),
  };
  if (compareWithUnion(comparison, before, after, sides)) return;
  if (!compareTypes(comparison, sides)) return;
  compareValues(comparison, sides, options.open === true);
  compareBounds(comparison, sides);
  compareCumulative(comparison, sides);
  compareFlags(comparison, sides);
  compareProperties(comparison, sides, options.openCode === true);
  compareOpenness(comparison, sides);
  compareParts(comparison, sides);
  compareUnions(comparison, sides);
  compareLogic(comparison, sides);
  compareUnknown(comparison, sides);
}

function compareParts(comparison: Comparison, sides: Sides): void {
  for (const name of new Set([...sides.before.parts.keys(), ...sides.after.parts.keys()])) {
    const before = sides.before.parts.get(name);
    const after = sides.after.parts.get(name);
    const [known] = before ?? after ?? [];
    if (!known) continue;
    const any = (document: typeof comparison.before) => [{ ...known, document, schema: true }];
    compareSchemas(comparison, before ?? any(comparison.before), after ?? any(comparison.after));
  }
}
