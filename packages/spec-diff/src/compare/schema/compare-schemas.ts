import type { Finding } from "../../judge/change.ts";
import { type Comparison, isSpent } from "../../judge/comparison.ts";
import { componentName, identify, type Nodes, settleNodes } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import { compareInner } from "./compare-inner.ts";
import { compareKeywords } from "./compare-keywords.ts";
import { compareProperties } from "./compare-properties.ts";
import { compareTypes, compareValues } from "./compare-types.ts";
import { compareUnions } from "./compare-unions.ts";
import { compareWithUnion } from "./compare-with-union.ts";

export interface SchemaOptions {
  /** Whether the property `code` may also be any other string, as in the body of an error. */
  readonly openCode?: boolean;
  /** Whether the schema itself also allows any other string. */
  readonly open?: boolean;
}

/**
 * Records every difference between two schemas, each given as nodes that are true together. Schemas contain schemas:
 * those of properties, of other keywords such as `items` and of branches come back here, which is the only circle
 * among these modules. It ends because a pair of components is a job of its own, and by `visited` for all others.
 */
export function compareSchemas(comparison: Comparison, before: Nodes, after: Nodes, options: SchemaOptions = {}): void {
  const [was, is] = [componentName(before), componentName(after)];
  const isSame = was !== undefined && was === is;
  if (isSame && comparison.nested === "skip") return;
  if (was !== undefined && is !== undefined && comparison.nested === "job") {
    addJob(comparison, [was, is], before, after, options);
    return;
  }
  const pair = JSON.stringify([identify(settleNodes(before)), identify(settleNodes(after)), options]);
  if (comparison.visited.has(pair)) return;
  comparison.visited.add(pair);
  if (comparison.budget) comparison.budget.left -= 1;
  if (!isSpent(comparison)) compareInside(comparison, before, after, options);
}

function addJob(
  comparison: Comparison,
  [was, is]: readonly [was: string, is: string],
  before: Nodes,
  after: Nodes,
  options: SchemaOptions,
): void {
  const { jobs, direction } = comparison;
  const isSame = was === is;
  // A component that was replaced by another one is reported at its place, and for the cases that it is compared for.
  const [at, when] = isSame ? [] : [before[0]?.place, comparison.when];
  const key = JSON.stringify([direction, was, is, options, at, when]);
  comparison.uses.add(key);
  if (jobs.known.has(key)) return;
  const own = { findings: [] as Finding[], uses: new Set<string>(), visited: new Set<string>() };
  const inside = { ...comparison, ...own, when, context: undefined };
  const run = () => compareInside(inside, before, after, options);
  jobs.known.set(key, { component: isSame ? was : undefined, run, ...own });
}

/** The same for the schemas themselves, also where both are the same component. */
export function compareInside(comparison: Comparison, before: Nodes, after: Nodes, options: SchemaOptions = {}): void {
  const component = componentName(before);
  const isComponent = component !== undefined && component === componentName(after);
  const sides = {
    was: before,
    is: after,
    before: viewSchemas(before),
    after: viewSchemas(after),
    place: isComponent ? { component, path: [] } : (before[0]?.place ?? { path: [] }),
  };
  if (compareWithUnion(comparison, sides)) return;
  if (!compareTypes(comparison, sides)) return;
  compareValues(comparison, sides, options.open === true);
  compareKeywords(comparison, sides);
  compareProperties(comparison, sides, options.openCode === true);
  compareInner(comparison, sides);
  compareUnions(comparison, sides);
}
