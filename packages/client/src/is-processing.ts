import { fieldsOf } from "./fields-of.ts";

/** What to do about it, for the messages of errors. */
export const PROCESSING = "PROCESSING: send the identical signed request again";

/**
 * Whether the body of a 2xx says that the API is still at work on a signed request, and carries no session or other
 * result. The live API has done so, with 200, since after the revision of 2026-08-21: `{ status: "PROCESSING", message? }`.
 * A result has an id, and may have a status of its own.
 */
export function isProcessing(data: unknown): boolean {
  const { status, id } = fieldsOf(data);
  return status === "PROCESSING" && !id;
}
