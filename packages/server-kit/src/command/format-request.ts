import { formatViolation } from "@grid-sdk/contract";
import type { RecordedRequest } from "../http/recorded-request.ts";

/** A request as the line that a command prints. */
export function formatRequest({
  operationId = "-",
  method,
  path,
  status,
  violations,
  note = "",
}: RecordedRequest): string {
  const reasons = violations.map(formatViolation).join("; ");
  return [method, path, operationId, status ?? "no response", reasons, note].filter((part) => part !== "").join("  ");
}
