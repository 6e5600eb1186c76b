import { fieldOf, type JsonObject } from "@grid-sdk/openapi";
import { REVISION_DATE } from "../../generate/constants.ts";
import { describeDocument } from "../../generate/unordered.ts";
import { parseSource } from "../source/parse-source.ts";

/** Of which day a document is; undefined if nobody says. */
export function dateOf(document: JsonObject): unknown {
  return fieldOf(document, "info")[REVISION_DATE];
}

export function setDate(document: JsonObject, date: unknown): JsonObject {
  return { ...document, info: { ...fieldOf(document, "info"), [REVISION_DATE]: date } };
}

/**
 * The day that was told of what upstream says still: a specification that names no day, and says what it said, is of
 * the day that a maintainer gave once. Undefined if it says something else, which is a revision of another day.
 */
export function recallDate(upstream: JsonObject, recorded: string, name: string): unknown {
  if (!recorded.includes(REVISION_DATE)) return undefined;
  const before = parseSource(recorded, name).document;
  const date = dateOf(before);
  return describeDocument(setDate(upstream, date)) === describeDocument(before) ? date : undefined;
}
