import {
  fieldOf,
  followRef,
  isJsonObject,
  type JsonObject,
  type Keys,
  keysOfRef,
  readDiscriminator,
  resolveRef,
  valuesLeadingTo,
} from "@grid-sdk/openapi";
import type { ExplainMisfit } from "./check-value.ts";
import type { DocumentedBody } from "./list-bodies.ts";

/** A branch of a body's schema; of a schema without branches itself. */
export interface Branch {
  /** Of its example. */
  readonly name: string;
  readonly schema: unknown;
  readonly keys: Keys;
  /** The values of the discriminator that lead to it. */
  readonly chosenBy?: { readonly property: string; readonly values: readonly string[] } | undefined;
}

/** The values of a body's examples. */
export function listValues(document: JsonObject, { mediaType }: DocumentedBody): unknown[] {
  return Object.values(fieldOf(mediaType, "examples")).map((example) =>
    isJsonObject(example) ? resolveRef(document, example)["value"] : undefined,
  );
}

/** The branches of a body's schema that no value fits. */
export function listLacking(branches: readonly Branch[], values: readonly unknown[], explain: ExplainMisfit): Branch[] {
  return branches.filter(
    (branch) => !values.some((value) => isChosenBy(value, branch) && explain(branch.keys, value) === undefined),
  );
}

/** The branches of a body's schema; of a schema without branches itself. */
export function listBodyBranches(document: JsonObject, { keys, mediaType }: DocumentedBody): Branch[] {
  return listBranches(document, mediaType["schema"], [...keys, "schema"]);
}

/** Whether a value belongs to a branch, by the discriminator. */
export function isChosenBy(value: unknown, { chosenBy }: Branch): boolean {
  return !chosenBy || (isJsonObject(value) && chosenBy.values.includes(String(value[chosenBy.property])));
}

function listBranches(document: JsonObject, schema: unknown, keys: Keys): Branch[] {
  const { $ref: ref } = isJsonObject(schema) ? schema : {};
  if (typeof ref === "string") return listBranches(document, followRef(document, ref), keysOfRef(ref) ?? []);
  const union = isJsonObject(schema) ? ["oneOf", "anyOf"].find((keyword) => Array.isArray(schema[keyword])) : undefined;
  if (!isJsonObject(schema) || union === undefined) return [{ name: "made", schema, keys }];
  const { [union]: branches, discriminator: _, ...beside } = schema;
  const discriminator = readDiscriminator(document, schema);
  return (branches as unknown[]).map((branch, at) => {
    const target = isJsonObject(branch) && typeof branch["$ref"] === "string" ? branch["$ref"] : undefined;
    const values = discriminator ? valuesLeadingTo(target, discriminator) : [];
    const name = `made${(target && keysOfRef(target)?.at(-1)) ?? at + 1}`;
    const chosenBy = discriminator && values.length > 0 ? { property: discriminator.property, values } : undefined;
    return { name, schema: addBeside(branch, beside), keys: [...keys, union, at], chosenBy };
  });
}

/** A branch with the keywords beside its union, which apply to it as well. */
function addBeside(branch: unknown, beside: JsonObject): unknown {
  if (Object.keys(beside).length === 0) return branch;
  const { allOf = [] } = beside as { allOf?: readonly unknown[] };
  return { ...beside, allOf: [...allOf, branch] };
}

/** Why a value belongs to no branch of a union; undefined if it belongs to one, or if there is no union. */
export function checkDiscriminator(document: JsonObject, schema: unknown, value: unknown): string | undefined {
  const discriminator = readDiscriminator(document, schema);
  if (!discriminator || discriminator.mapping.size === 0 || !isJsonObject(value)) return undefined;
  const { property, mapping } = discriminator;
  if (mapping.has(String(value[property]))) return undefined;
  return `its ${property} ${JSON.stringify(value[property])} leads to no branch`;
}
