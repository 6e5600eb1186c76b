import { createHash } from "node:crypto";
import { identify, type SchemaNode } from "./schema-node.ts";
import { viewSchemas } from "./schema-view.ts";

const descriptions = new Map<string, string>();

/** The same text for schemas that mean the same, whatever they are called and however they are written. */
export function describeSchemas(nodes: readonly SchemaNode[]): string {
  return describe(nodes, []).text;
}

/** `reach`: the outermost schema that the description refers back to, as a depth. */
interface Description {
  readonly text: string;
  readonly reach: number;
}

function describe(nodes: readonly SchemaNode[], outer: readonly string[]): Description {
  const identity = identify(nodes);
  const depth = outer.indexOf(identity);
  // How far out it lies and not where: the same cycle reads the same from wherever it is entered.
  if (depth >= 0) return { text: `^${outer.length - depth}`, reach: depth };
  const known = descriptions.get(identity);
  if (known !== undefined) return { text: known, reach: outer.length };

  let reach = outer.length;
  const inside = [...outer, identity];
  const into = (inner: readonly SchemaNode[]): string => {
    const description = describe(inner, inside);
    reach = Math.min(reach, description.reach);
    return description.text;
  };
  const view = viewSchemas(nodes);
  const said = {
    never: view.never,
    nullable: view.nullable,
    types: view.types && [...view.types].toSorted(),
    values: view.values && [...view.values].toSorted(),
    required: [...view.required].toSorted(),
    bounds: [...view.bounds].toSorted(),
    cumulative: listSets(view.cumulative),
    flags: [...view.flags].toSorted(),
    unknown: listSets(view.unknown),
    schemas: [view.properties, view.parts, view.openness, view.logic].map((map) =>
      [...map].map(([name, inner]) => [name, into(inner)]).toSorted(),
    ),
    unions: view.unions.map((union) => [
      union.keyword,
      union.discriminator,
      union.strayValues.toSorted(),
      union.branches.map(({ nodes: branch, values }) => [into(branch), values.toSorted()]).toSorted(),
    ]),
  };
  const text = createHash("sha256").update(JSON.stringify(said)).digest("base64url");
  // One that refers back to a schema around it reads differently elsewhere.
  if (reach >= outer.length) descriptions.set(identity, text);
  return { text, reach };
}

function listSets(sets: ReadonlyMap<string, ReadonlySet<string>>): unknown[] {
  return [...sets].map(([keyword, values]) => [keyword, [...values].toSorted()]).toSorted();
}
