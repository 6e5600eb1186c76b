import { areAlike } from "../../read/are-alike.ts";
import { constantOf } from "../../read/constant-of.ts";
import { type Paired, pairUp, sameBy } from "../../read/pair-up.ts";
import type { Nodes } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import type { Branch } from "../../read/union.ts";

/** By name, by shape, by the discriminator's values, by its constants, by title. */
const LIKENESSES = [
  sameBy(({ name }: Branch) => name),
  (was: Branch, is: Branch) => areAlike(was.nodes, is.nodes),
  (was: Branch, is: Branch) => was.values.some((value) => is.values.includes(value)),
  sameBy(({ name, nodes }: Branch) => (name === undefined ? constantsOf(nodes) : undefined)),
  sameBy(titleOf),
];

/** Finds the new branch for each old one; inline ones also by position, if both sides have the same number left. */
export function matchBranches(before: readonly Branch[], after: readonly Branch[]): Paired<Branch> {
  const matched = pairUp(before, after, LIKENESSES);
  // A branch with another constant is another branch, at any position.
  if (matched.removed.filter(isPlain).length !== matched.added.filter(isPlain).length) return matched;
  const rest = pairUp(matched.removed, matched.added, [(was, is) => isPlain(was) && isPlain(is)]);
  return { ...rest, pairs: [...matched.pairs, ...rest.pairs] };
}

function isPlain({ name, nodes }: Branch): boolean {
  return name === undefined && constantsOf(nodes) === undefined;
}

/** The name of a branch in a report. */
export function nameBranch(branch: Branch): string {
  const { name, values, nodes } = branch;
  const position = () => `number ${Number(nodes[0]?.place.path.at(-1) ?? 0) + 1}`;
  return name ?? (values.join(" or ") || (titleOf(branch) ?? constantsOf(nodes) ?? position()));
}

function titleOf({ nodes }: Branch): string | undefined {
  const title = nodes.map(({ schema }) => (schema as { title?: unknown } | null)?.title).find((text) => text);
  return typeof title === "string" ? title : undefined;
}

/** The one value that a branch is, or those that its properties have: `kind CAT`. */
function constantsOf(nodes: Nodes): string | undefined {
  const { values, properties, required } = viewSchemas(nodes);
  if (values) return constantOf(nodes);
  const constants = [...properties].flatMap(([name, inner]) => {
    const constant = required.has(name) ? constantOf(inner) : undefined;
    return constant === undefined ? [] : [`${name} ${constant}`];
  });
  return constants.length === 0 ? undefined : constants.toSorted().join(", ");
}
