import { GridConfigError } from "./errors/grid-config-error.ts";
import type { GridEvent } from "./events.ts";
import { readEnvironment } from "./read-environment.ts";

const LEVELS = ["debug", "info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];

/** An object with a method for each level, which gets one line of text: `console`, pino, winston. */
export type GridLogger = { readonly [Name in Level]: (line: string) => void };

/**
 * Creates an observer that writes one line of text for each request, response, retry and error, from the level of
 * `GRID_LOG` on. A line never has a header's value or a body. Throws a `GridConfigError` if `GRID_LOG` is not a level or
 * the logger lacks a method.
 *
 * @param logger Default: the console, if `GRID_LOG` is set.
 * @returns undefined if nothing is to be written
 */
export function createLog(logger?: GridLogger): ((event: GridEvent) => unknown) | undefined {
  const lowest = readEnvironment("GRID_LOG") ?? (logger ? "debug" : "off");
  if (lowest === "off") return undefined;
  const from = LEVELS.indexOf(lowest as Level);
  if (from < 0) {
    throw new GridConfigError(`GRID_LOG must be ${LEVELS.join(", ")} or off; got ${JSON.stringify(lowest)}.`);
  }
  const target = logger ?? console;
  const missing = LEVELS.filter((level) => typeof target[level] !== "function");
  if (missing.length > 0) {
    throw new GridConfigError(`logger must have the methods ${LEVELS.join(", ")}; missing: ${missing.join(", ")}.`);
  }
  return (event) => {
    const level = findLevel(event);
    if (!level || LEVELS.indexOf(level) < from) return undefined;
    // Text from a server or a caller must not start a new line. What the logger returns may be a promise that rejects.
    return target[level](describe(event).replaceAll(/[^ -~]/g, "?"));
  };
}

/** Undefined for an event that another line reports already. */
function findLevel(event: GridEvent): Level | undefined {
  if (event.type === "request") return "debug";
  if (event.type === "response") return event.status < 400 ? "info" : "warn";
  if (event.type === "retry") return "warn";
  if (event.type === "error") return event.reason === "GridResponseError" ? undefined : "error";
  return /^(input|config|response|other)$/.test(event.outcome) ? "error" : undefined;
}

function describe(event: GridEvent): string {
  const { type, operationId, method, path, attempt } = event;
  return [
    `grid ${operationId ?? `${method} ${path}`}: ${type === "end" ? `end with an error (${event.outcome})` : type}`,
    `attempt ${attempt}`,
    "status" in event && event.status !== undefined && `status ${event.status}`,
    "reason" in event && event.reason,
    "delayMs" in event && `again in ${Math.round(event.delayMs)} ms`,
    "durationMs" in event && `${Math.round(event.durationMs)} ms`,
    "requestId" in event && event.requestId !== undefined && `request id ${event.requestId}`,
  ]
    .filter(Boolean)
    .join(", ");
}
