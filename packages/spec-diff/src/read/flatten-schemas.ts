import { isJsonObject, type JsonObject } from "@grid-sdk/openapi";
import { within } from "./place.ts";
import { type Nodes, type SchemaNode, schemaOfRef } from "./schema-node.ts";
import { readUnion, type Union } from "./union.ts";

/** One schema without its `$ref`, `allOf` and unions. */
export interface SchemaPart {
  readonly node: SchemaNode;
  readonly schema: JsonObject;
}

export interface FlatSchemas {
  readonly parts: readonly SchemaPart[];
  readonly unions: readonly Union[];
  /** Whether no value fits: a part is `false`. */
  readonly never: boolean;
}

/** Everything that a value of all the nodes has to fit, with references followed and `allOf` split. */
export function flattenSchemas(nodes: Nodes): FlatSchemas {
  const parts: SchemaPart[] = [];
  const unions: Union[] = [];
  const seen = new Set<unknown>();
  let never = false;

  const visit = (node: SchemaNode): void => {
    if (node.schema === false) never = true;
    if (!isJsonObject(node.schema) || seen.has(node.schema)) return;
    seen.add(node.schema);
    const { $ref: ref, allOf, oneOf, anyOf, discriminator, ...schema } = node.schema;
    const hasUnion = Array.isArray(oneOf) || Array.isArray(anyOf);
    if (Object.keys(schema).length > 0 || (discriminator !== undefined && !hasUnion)) {
      parts.push({ node, schema: hasUnion || discriminator === undefined ? schema : { ...schema, discriminator } });
    }
    if (typeof ref === "string") visit(schemaOfRef(node, ref));
    for (const branch of Array.isArray(allOf) ? allOf : []) visit({ ...node, schema: branch });
    for (const [keyword, branches] of Object.entries({ oneOf, anyOf })) {
      if (!Array.isArray(branches)) continue;
      const union = readUnion({ ...node, place: within(node.place, keyword) }, keyword, branches, discriminator);
      const [only] = union.branches;
      // `oneOf: [X]` is the same as X, and `anyOf: [X, null]` the same as a nullable X.
      if (only && union.branches.length === 1) for (const branch of only.narrowed) visit(branch);
      else if (union.branches.length > 1) unions.push(union);
    }
  };

  for (const node of nodes) visit(node);
  return { parts, unions, never };
}
