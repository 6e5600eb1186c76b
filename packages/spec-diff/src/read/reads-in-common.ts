import { identify, type Nodes } from "./schema-node.ts";
import { viewSchemas } from "./schema-view.ts";

/** By property: whether it is always there, and the schemas that it may have. */
export type Reads = ReadonlyMap<string, { readonly required: boolean; readonly shapes: readonly Nodes[] }>;

/** The properties that code can read without knowing which of the schemas a value fits. */
export function readsInCommon(schemas: readonly Nodes[]): Reads {
  return meet(schemas.map((nodes) => readsOf(nodes, [])));
}

function readsOf(nodes: Nodes, outer: readonly string[]): Reads {
  const identity = identify(nodes);
  if (outer.includes(identity)) return new Map();
  const { properties, required, unions } = viewSchemas(nodes);
  const own = [...properties].map(
    ([name, shape]) => [name, { required: required.has(name), shapes: [shape] }] as const,
  );
  const ofUnions = unions.map(({ branches }) =>
    meet(branches.map(({ narrowed }) => readsOf(narrowed, [...outer, identity]))),
  );
  return new Map([...ofUnions.flatMap((reads) => Array.from(reads)), ...own]);
}

function meet(schemas: readonly Reads[]): Reads {
  const common = [...(schemas[0]?.keys() ?? [])].flatMap((name) => {
    const reads = schemas.flatMap((one) => one.get(name) ?? []);
    const read = { required: reads.every(({ required }) => required), shapes: reads.flatMap(({ shapes }) => shapes) };
    return reads.length < schemas.length ? [] : [[name, read] as const];
  });
  return new Map(common);
}
