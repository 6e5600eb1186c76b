import type { When } from "../../facts/parts.ts";
import type { Nodes } from "../../read/schema-node.ts";
import { viewSchemas } from "../../read/schema-view.ts";
import type { Branch, Union } from "../../read/union.ts";
import { nameBranch } from "./match-branches.ts";

/** What distinguishes the values of this branch from those of all others; undefined if nothing surely does. */
export function distinguishBranch({ discriminator, branches }: Union, branch: Branch): When | undefined {
  if (discriminator !== undefined) {
    const values = branch.values.length > 0 ? branch.values : valuesOf(branch.nodes, discriminator);
    return values && values.length > 0 ? { property: discriminator, values } : undefined;
  }
  const others = branches.filter((other) => other !== branch);
  const { properties, required } = viewSchemas(branch.nodes);
  for (const property of properties.keys()) {
    const values = required.has(property) ? valuesOf(branch.nodes, property) : undefined;
    const hasNone = (other: Branch) => valuesOf(other.nodes, property)?.every((one) => !values?.includes(one));
    if (values && others.every(hasNone)) return { property, values };
  }
  return undefined;
}

/** The same, or the branch's own name if nothing distinguishes it. */
export function distinguishOrName(union: Union, branch: Branch): When {
  return distinguishBranch(union, branch) ?? { values: [nameBranch(branch)] };
}

/** The strings that a property may be; undefined if any is allowed, or if there is no such property. */
export function valuesOf(nodes: Nodes, property: string): readonly string[] | undefined {
  const own = viewSchemas(nodes).properties.get(property);
  const values = own && viewSchemas(own).values;
  const read = values && [...values].map((json): unknown => JSON.parse(json));
  return read?.every((value) => typeof value === "string") ? read : undefined;
}

/** The values of a branch that a schema still allows; undefined if that is not known. */
export function stillAllowed({ property, values }: When, nodes: Nodes): readonly string[] | undefined {
  const allowed = property === undefined ? undefined : valuesOf(nodes, property);
  return allowed && values.filter((value) => allowed.includes(value));
}

/** The nodes, limited to some values of the discriminator. */
export function narrowNodes(nodes: Nodes, { property, values }: When): Nodes {
  const [node] = nodes;
  if (!node || property === undefined || !viewSchemas(nodes).properties.has(property)) return nodes;
  const schema = { properties: { [property]: { enum: [...values] } } };
  return [...nodes, { ...node, schema }];
}
