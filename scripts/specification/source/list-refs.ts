import { isJsonObject, type JsonObject, refOfTarget } from "@grid-sdk/contract";

/** Every `$ref` in a value, and every target of a discriminator; what an example holds is data. */
export function listRefs(value: unknown, key = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => listRefs(item));
  if (!isJsonObject(value)) return [];
  const { $ref: ref, discriminator } = value;
  const refs = typeof ref === "string" ? [ref] : [];
  const targets = Object.values(asObject(asObject(discriminator)["mapping"])).map((target) =>
    refOfTarget(String(target)),
  );
  const inner = Object.entries(value).flatMap(([field, item]) =>
    (field === "example" || field === "value" || field === "default") && key !== "properties"
      ? []
      : listRefs(item, field),
  );
  return [...refs, ...targets, ...inner];
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
