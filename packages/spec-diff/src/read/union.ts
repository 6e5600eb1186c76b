import { isJsonObject, readDiscriminator } from "@grid-sdk/openapi";
import { type Place, placeOfRef, within } from "./place.ts";
import { remember } from "./revision.ts";
import { componentName, identify, type Nodes, type SchemaNode, schemaOfRef } from "./schema-node.ts";

export interface Branch {
  readonly nodes: Nodes;
  /** The nodes, limited to the discriminator's values that lead to this branch. */
  readonly narrowed: Nodes;
  /** The component schema that the branch is. */
  readonly name: string | undefined;
  /** The discriminator's values that lead here. */
  readonly values: readonly string[];
}

export interface Union {
  readonly keyword: string;
  readonly place: Place;
  /** Without `null`, which makes a schema nullable instead. */
  readonly branches: readonly Branch[];
  /** The property that distinguishes the branches. */
  readonly discriminator: string | undefined;
  /** Values of the mapping that lead to no branch. */
  readonly strayValues: readonly string[];
}

/** The union that `oneOf` or `anyOf` makes of its branches, with what its discriminator says of each. */
export function readUnion(node: SchemaNode, keyword: string, branches: readonly unknown[], rule: unknown): Union {
  const rules = readDiscriminator(node.revision.document, { [keyword]: branches, discriminator: rule });
  const discriminator = rules?.property;
  const targets = [...(rules?.mapping ?? [])].map(
    ([value, target]) => [value, placeOfRef(target).component ?? target] as const,
  );
  const read = branches.flatMap((schema, at): Branch[] => {
    const branch: SchemaNode = { ...node, schema, place: within(node.place, String(at)) };
    if (isNull(branch)) return [];
    const name = componentName([branch]);
    const values = targets.filter(([, target]) => target === name).map(([value]) => value);
    // A component keeps its name where it is limited to some of its values.
    const own = name === undefined ? branch : { ...branch, place: { component: name, path: [] } };
    const narrowed = discriminator === undefined ? [branch] : [own, narrow(own, discriminator, values)];
    return [{ nodes: [branch], narrowed, name, values }];
  });
  const names = new Set(read.map(({ name }) => name));
  const strayValues = targets.filter(([, target]) => !names.has(target)).map(([value]) => value);
  return { keyword, place: node.place, branches: read, discriminator, strayValues };
}

function narrow(branch: SchemaNode, property: string, values: readonly string[]): SchemaNode {
  const key = JSON.stringify([identify([branch]), property, values.toSorted()]);
  const schema = remember(branch.revision, "narrowed", key, () =>
    values.length === 0 ? {} : { required: [property], properties: { [property]: { enum: [...values] } } },
  );
  return { ...branch, schema };
}

function isNull(node: SchemaNode): boolean {
  if (!isJsonObject(node.schema)) return false;
  const { $ref: ref, type } = node.schema;
  if (typeof ref === "string") return isNull(schemaOfRef(node, ref));
  return type === "null" || (Array.isArray(type) && type.length === 1 && type[0] === "null");
}
