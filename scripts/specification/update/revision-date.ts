import { fieldOf, type JsonObject } from "@grid-sdk/openapi";
import { REVISION_DATE } from "../../generate/constants.ts";
import { describeDocument } from "../../generate/unordered.ts";

/** The day of a document; undefined if it has none. */
export function dateOf(document: JsonObject): string | undefined {
  const date = fieldOf(document, "info")[REVISION_DATE];
  return date === undefined ? undefined : String(date);
}

export function setDate(document: JsonObject, date: string | undefined): JsonObject {
  return { ...document, info: { ...fieldOf(document, "info"), [REVISION_DATE]: date } };
}

/**
 * The recorded day, as long as upstream has not changed: for a specification that does not name its day. Undefined if it
 * has changed, because it then is a revision of another day.
 */
export function recallDate(upstream: JsonObject, ours: JsonObject): string | undefined {
  const date = dateOf(ours);
  return describeDocument(setDate(upstream, date)) === describeDocument(ours) ? date : undefined;
}
