import { fieldsOf } from "./fields-of.ts";

/** The problem, and what to do about it, for error messages. */
export const PROCESSING = "PROCESSING: send the identical signed request again";

/**
 * Whether the body of a 2xx says that the API is still processing a signed request, and has no result yet. The live API
 * does so with 200, since after the revision of 2026-08-21: `{ status: "PROCESSING", message? }`. A result has an id, and
 * may have a status of its own.
 */
export function isProcessing(data: unknown): boolean {
  const { status, id } = fieldsOf(data);
  return status === "PROCESSING" && !id;
}
