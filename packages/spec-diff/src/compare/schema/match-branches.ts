import { areAlike } from "../../read/are-alike.ts";
import type { SchemaNode } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import type { Branch } from "../../read/union.ts";

export interface MatchedBranches {
  readonly pairs: readonly (readonly [before: Branch, after: Branch])[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

/**
 * Finds the new branch for each old one: by name, by shape, by the discriminator's values, by its constants, by title;
 * inline ones also by position, if both sides have the same number left.
 */
export function matchBranches(before: readonly Branch[], after: readonly Branch[]): MatchedBranches {
  const pairs: [Branch, Branch][] = [];
  const removed = new Set(before);
  const added = new Set(after);
  const pairUp = (matches: (before: Branch, after: Branch) => boolean): void => {
    for (const was of removed) {
      const is = [...added].find((candidate) => matches(was, candidate));
      if (!is) continue;
      pairs.push([was, is]);
      removed.delete(was);
      added.delete(is);
    }
  };
  const pairUpBy = (key: (branch: Branch) => string | undefined): void => {
    const keys = new Map([...removed, ...added].map((branch) => [branch, key(branch)]));
    pairUp((was, is) => keys.get(was) !== undefined && keys.get(was) === keys.get(is));
  };

  pairUpBy(({ name }) => name);
  pairUp((was, is) => areAlike(was.nodes, is.nodes));
  pairUp((was, is) => was.values.some((value) => is.values.includes(value)));
  pairUpBy(({ name, nodes }) => (name === undefined ? constantsOf(nodes) : undefined));
  pairUpBy(titleOf);
  // A branch with another constant is another branch, at any position.
  const plain = [[...removed].filter(isPlain), [...added].filter(isPlain)] as const;
  if (plain[0].length === plain[1].length) pairUp((was, is) => isPlain(was) && isPlain(is));
  return { pairs, removed: [...removed], added: [...added] };
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
function constantsOf(nodes: readonly SchemaNode[]): string | undefined {
  const { values, properties, required } = viewSchemas(nodes);
  if (values) return values.size === 1 ? readable([...values]) : undefined;
  const constants = [...properties].flatMap(([name, inner]) => {
    const fixed = required.has(name) ? viewSchemas(inner).values : undefined;
    return fixed?.size === 1 ? [`${name} ${readable([...fixed])}`] : [];
  });
  return constants.length === 0 ? undefined : constants.toSorted().join(", ");
}

function readable([json = ""]: readonly string[]): string {
  return json.replace(/^"(.*)"$/s, "$1");
}
