import { isJsonObject, type JsonObject } from "../read/json-object.ts";
import { pointerTo } from "../read/json-pointer.ts";
import { readMapping } from "../read/read-mapping.ts";
import { resolveRef } from "../read/references.ts";
import type { Violation } from "./violation.ts";

export type Choice = { readonly schema: unknown } | { readonly violation: Violation };

/**
 * The branch of a `oneOf` that the body's discriminator names, and that it has to fit: a validator by itself overlooks
 * discriminators, and of a body that fits no branch it says what is missing to each. The schema itself if it has none.
 */
export function chooseBranch(document: JsonObject, schema: unknown, body: unknown): Choice {
  if (!isJsonObject(schema)) return { schema };
  const { oneOf, discriminator } = resolveRef(document, schema);
  const mapping = readMapping(document, schema);
  if (!Array.isArray(oneOf) || !isJsonObject(discriminator) || mapping.size === 0) return { schema };
  if (!isJsonObject(body)) return { violation: { where: "body", message: "must be object" } };
  const name = String(discriminator["propertyName"]);
  const where = `body${pointerTo([name])}`;
  const value = body[name];
  if (value === undefined) return { violation: { where, message: "is required" } };
  const target = typeof value === "string" ? mapping.get(value) : undefined;
  if (target !== undefined) return { schema: { $ref: target } };
  return { violation: { where, message: `must be one of ${[...mapping.keys()].join(", ")}` } };
}
