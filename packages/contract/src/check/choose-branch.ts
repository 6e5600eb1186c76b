import { isJsonObject, type JsonObject, pointerTo, readDiscriminator, resolveRef } from "@grid-sdk/openapi";
import type { Violation } from "./violation.ts";

export type Choice = { readonly schema: unknown } | { readonly violation: Violation };

/**
 * The branch of a `oneOf` that the body's discriminator names; the schema itself if it has no discriminator. A validator
 * ignores discriminators, and reports for a body that fits no branch what each branch misses.
 */
export function chooseBranch(document: JsonObject, schema: unknown, body: unknown): Choice {
  if (!isJsonObject(schema)) return { schema };
  const union = resolveRef(document, schema);
  const discriminator = Array.isArray(union["oneOf"]) ? readDiscriminator(document, union) : undefined;
  if (!discriminator || discriminator.mapping.size === 0) return { schema };
  if (!isJsonObject(body)) return { violation: { where: "body", message: "must be object" } };
  const { property, mapping } = discriminator;
  const where = `body${pointerTo([property])}`;
  const value = body[property];
  if (value === undefined) return { violation: { where, message: "is required", code: "required" } };
  const target = typeof value === "string" ? mapping.get(value) : undefined;
  if (target !== undefined) return { schema: { $ref: target } };
  return { violation: { where, message: `must be one of ${[...mapping.keys()].join(", ")}` } };
}
