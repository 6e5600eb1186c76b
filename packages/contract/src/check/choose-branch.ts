import { fieldOf, isJsonObject, type JsonObject } from "../read/json-object.ts";
import { pointerTo } from "../read/json-pointer.ts";
import { refOfTarget, resolveRef } from "../read/references.ts";
import type { Violation } from "./violation.ts";

export type Choice = { readonly schema: unknown } | { readonly violation: Violation };

/**
 * The branch of a `oneOf` that the body's discriminator names, and that it has to fit: a validator by itself overlooks
 * discriminators, and of a body that fits no branch it says what is missing to each. The schema itself if it has none.
 */
export function chooseBranch(document: JsonObject, schema: unknown, body: unknown): Choice {
  if (!isJsonObject(schema)) return { schema };
  const { oneOf, discriminator } = resolveRef(document, schema);
  if (!Array.isArray(oneOf) || !isJsonObject(discriminator)) return { schema };
  if (!isJsonObject(body)) return { violation: { where: "body", message: "must be object" } };
  const name = String(discriminator["propertyName"]);
  const where = `body${pointerTo([name])}`;
  const value = body[name];
  if (value === undefined) return { violation: { where, message: "is required" } };
  const mapping = discriminator["mapping"] === undefined ? implyMapping(oneOf) : fieldOf(discriminator, "mapping");
  const target = typeof value === "string" && Object.hasOwn(mapping, value) ? mapping[value] : undefined;
  if (typeof target === "string") return { schema: { $ref: refOfTarget(target) } };
  return { violation: { where, message: `must be one of ${Object.keys(mapping).join(", ")}` } };
}

/** OpenAPI 3.1, Discriminator Object: without a mapping the schema's name is the value. */
function implyMapping(branches: readonly unknown[]): JsonObject {
  const refs = branches.flatMap((branch) =>
    isJsonObject(branch) && typeof branch["$ref"] === "string" ? [branch["$ref"]] : [],
  );
  return Object.fromEntries(refs.map((ref) => [ref.slice(ref.lastIndexOf("/") + 1), ref]));
}
