import { formatViolation } from "@grid-sdk/contract";
import type { RecordedRequest } from "../http/recorded-request.ts";
import { showControls } from "./show-controls.ts";

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
  const parts = [method, path, operationId, status ?? "no response", reasons, note];
  return showControls(parts.filter((part) => part !== "").join("  "));
}
