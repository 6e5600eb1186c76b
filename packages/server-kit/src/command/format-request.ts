import { formatViolation } from "@grid-sdk/contract";
import { colourOfStatus, formatLine, type Terminal } from "@grid-sdk/terminal";
import type { RecordedRequest } from "../http/recorded-request.ts";
import { showControls } from "./show-controls.ts";

/** As wide as the longest method that is common, so that what follows lines up. */
const METHOD_WIDTH = "DELETE".length;

/** A request as a command prints it: when, its status, what was called, what was wrong, and its path. */
export function formatRequest(
  { operationId = "-", method, path, status, violations, note = "" }: RecordedRequest,
  terminal: Terminal,
  time: Date = new Date(),
): string {
  const colour = colourOfStatus(status);
  const reasons = [status === undefined ? "no response" : "", violations.map(formatViolation).join("; "), note];
  return formatLine(
    [
      [formatClock(time), "dim"],
      [String(status ?? "---"), colour],
      showControls(method).padEnd(METHOD_WIDTH),
      [operationId, "bold"],
      ...reasons.map((reason) => [showControls(reason), colour] as const),
      showControls(path),
    ],
    terminal,
  );
}

/** The time of day of this machine, `22:31:07`. */
function formatClock(time: Date): string {
  return time.toTimeString().slice(0, 8);
}
