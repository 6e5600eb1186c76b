import { expect, test } from "vitest";
import { isProcessing } from "./is-processing.ts";

test.each([
  [{ status: "PROCESSING" }, true],
  [{ status: "PROCESSING", message: "Try again shortly." }, true],
  [{ id: "Session:1", expiresAt: "2026-08-21T15:46:05Z" }, false],
  [{ id: "DelegatedKey:1", status: "PENDING" }, false],
  [{ id: "Transaction:1", status: "PROCESSING" }, false],
  [{ status: "ACTIVE" }, false],
  [{ data: [] }, false],
  ["PROCESSING", false],
  [undefined, false],
  [null, false],
])("says for %j whether the API is still processing: %s", (data, expected) => {
  expect(isProcessing(data)).toBe(expected);
});
