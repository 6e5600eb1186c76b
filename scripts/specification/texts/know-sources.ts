import {
  fieldOf,
  isJsonObject,
  type JsonObject,
  type Keys,
  listEndpoints,
  pointerTo,
  resolveRef,
  valueAt,
} from "@grid-sdk/openapi";
import type { Context, KnownSources } from "@grid-sdk/spec-diff";
import { nameKeys, TEXT_FIELDS } from "./find-texts.ts";
import { hashText } from "./hash-text.ts";

/** The hashes of the API's own texts in a document, by place. */
type Hashes = Readonly<Record<string, string>>;

/** A document, and its hashes if they are recorded. */
export interface HashedDocument {
  readonly document: JsonObject;
  readonly hashes: Hashes | undefined;
}

/**
 * Whose the texts and examples of two documents are. The words of a fragment are ours, so a text has changed if the API's
 * owners changed theirs, and an example is theirs if they had one of that name there. Without the hashes of both, all
 * words and examples count as the owners'.
 */
export function knowIfHashed(before: HashedDocument, after: HashedDocument): KnownSources {
  const [hashesBefore, hashesAfter] = [before.hashes, after.hashes];
  if (!hashesBefore || !hashesAfter) return {};
  return {
    judgeText(beforeKeys, afterKeys) {
      const was = listHashes(before.document, hashesBefore, beforeKeys);
      const is = listHashes(after.document, hashesAfter, afterKeys);
      const isRecorded = was.length + is.length > 0 || RECORDED.has(String(afterKeys.at(-1)));
      if (!isRecorded) return "theirs";
      if (was.join() === is.join()) return "same";
      const text = valueAt(before.document, beforeKeys);
      return text === undefined || was.includes(hashText(text)) ? "theirs" : "ours";
    },
    isOwnExample(context, mediaType, name) {
      const owner = findMediaType(before.document, context, mediaType);
      if (!owner) return false;
      const places = [pointerTo([...owner, "examples", name]), pointerTo([...owner, "example"])];
      return !Object.keys(hashesBefore).some((place) => places.some((own) => `${place}/`.startsWith(`${own}/`)));
    },
  };
}

/** Fields that are recorded in every object: those without a hash are ours. */
const RECORDED = new Set([...TEXT_FIELDS, "value"]);

/** The hashes at a place. For a parameter that is a component, those where it is used: the API's owners write it there. */
function listHashes(document: JsonObject, hashes: Hashes, keys: Keys): string[] {
  const places = [pointerTo(nameKeys(document, keys)), ...listUses(document, keys)];
  // Each example of a body is recorded by its name.
  const found = Object.entries(hashes).filter(([at]) => places.some((place) => `${at}/`.startsWith(`${place}/`)));
  return [...new Set(found.map(([, hash]) => hash))].toSorted();
}

function listUses(document: JsonObject, keys: Keys): string[] {
  const [root, kind, name, ...rest] = keys;
  if (root !== "components" || kind !== "parameters") return [];
  const ref = pointerTo(["components", "parameters", String(name)]);
  return listEndpoints(document).flatMap(({ path, method, operation }) => {
    const list: unknown[] = Array.isArray(operation["parameters"]) ? operation["parameters"] : [];
    const isUsed = list.some((item) => isJsonObject(item) && item["$ref"] === `#${ref}`);
    const parameter = resolveRef(document, { $ref: `#${ref}` });
    const named = `${String(parameter["in"])} ${String(parameter["name"])}`;
    return isUsed ? [pointerTo(["paths", path, method.toLowerCase(), "parameters", named, ...rest])] : [];
  });
}

/** Where the media type of a response is, if it is written in the operation. */
function findMediaType(document: JsonObject, { operation: name, part }: Context, mediaType: string): Keys | undefined {
  const status = part.kind === "response" ? part.status : undefined;
  const endpoint = listEndpoints(document).find(
    ({ operation, method, path }) => (operation["operationId"] ?? `${method} ${path}`) === name,
  );
  if (!endpoint || status === undefined) return undefined;
  const { path, method, operation } = endpoint;
  const response = fieldOf(operation, "responses")[status];
  const isHere = isJsonObject(response) && response["$ref"] === undefined;
  return isHere ? ["paths", path, method.toLowerCase(), "responses", status, "content", mediaType] : undefined;
}
