import { fieldOf, isJsonObject, type JsonObject, listParts, resolveOptional, resolveRef } from "@grid-sdk/openapi";

/**
 * Names each example of an operation's bodies after the value that distinguishes it, such as `PASSKEY` or `EXPIRED`, followed
 * by its summary. Examples without such a value keep their name.
 */
export function nameExamples(document: JsonObject, operation: JsonObject): void {
  const responses = Object.values(fieldOf(operation, "responses"));
  for (const holder of [operation["requestBody"], ...responses]) {
    for (const media of Object.values(fieldOf(resolveOptional(document, holder), "content")))
      if (isJsonObject(media) && isJsonObject(media["examples"])) media["examples"] = name(document, media);
  }
}

function name(document: JsonObject, media: JsonObject): JsonObject {
  const property = findKind(document, media["schema"]);
  return Object.fromEntries(
    Object.entries(fieldOf(media, "examples")).map(([key, item]) => {
      // A copy, because several schemas may share an example.
      const example = { ...resolveRef(document, item) };
      const kind = property === undefined ? undefined : fieldOf(example, "value")[property];
      if (typeof kind !== "string") return [key, example];
      return [key, { ...example, summary: [kind, example["summary"]].filter(Boolean).join(": ") }];
    }),
  );
}

/** The property that distinguishes the values of a schema: its discriminator, else the first string with an enum. */
export function findKind(document: JsonObject, schema: unknown): string | undefined {
  const parts = listParts(document, schema);
  const discriminator = parts.map((part) => fieldOf(part, "discriminator")["propertyName"]).find(Boolean);
  if (discriminator !== undefined) return String(discriminator);
  const properties = parts.flatMap((part) => Object.entries(fieldOf(part, "properties")));
  return properties.find(([, property]) => isTextEnum(resolveRef(document, property)))?.[0];
}

function isTextEnum(schema: JsonObject): boolean {
  return Array.isArray(schema["enum"]) && typeof schema["enum"][0] === "string";
}
