import { GridConfigError } from "./errors/grid-config-error.ts";
import type { GridEvent } from "./events.ts";
import { readEnvironment } from "./read-environment.ts";

const LEVELS = ["debug", "info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];

/** What takes a line of text at each level: `console`, pino, winston. */
export type GridLogger = { readonly [Name in Level]: (line: string) => void };

/**
 * Writes a line for each event that a log needs, from the level that `GRID_LOG` says: to the logger, else to the
 * console. Undefined where nothing is to be written. Throws a `GridConfigError` for another level or no logger.
 */
export function createLog(logger: GridLogger | undefined): ((event: GridEvent) => void) | undefined {
  const wanted = readEnvironment("GRID_LOG") ?? (logger && "debug");
  if (!wanted || wanted === "off") return undefined;
  const from = LEVELS.indexOf(wanted as Level);
  if (from < 0) throw new GridConfigError(`GRID_LOG must be ${LEVELS.join(", ")} or off.`);
  const target = logger ?? console;
  if (!LEVELS.every((level) => typeof target[level] === "function")) {
    throw new GridConfigError(`logger must have the methods ${LEVELS.join(", ")}.`);
  }
  return (event) => {
    const level = levelOf(event);
    // Whatever a server or a caller put into it stays one line.
    if (level && LEVELS.indexOf(level) >= from) target[level](describe(event).replaceAll(/[^ -~]/g, "?"));
  };
}

/** Undefined for what another line says already. */
function levelOf(event: GridEvent): Level | undefined {
  switch (event.type) {
    case "request":
      return "debug";
    case "response":
      return event.status < 400 ? "info" : "warn";
    case "retry":
      return "warn";
    case "error":
      return event.reason === "GridResponseError" ? undefined : "error";
    case "end":
      return /^(input|config|response|other)$/.test(event.outcome) ? "error" : undefined;
  }
}

function describe(event: GridEvent): string {
  const { type, operationId, method, path, attempt } = event;
  const what = type === "end" ? `end with an error (${event.outcome})` : type;
  const parts = [`grid ${operationId ?? `${method} ${path}`}: ${what}`, `attempt ${attempt}`];
  if ("status" in event && event.status !== undefined) parts.push(`status ${event.status}`);
  if ("reason" in event) parts.push(event.reason);
  if ("delayMs" in event) parts.push(`again in ${Math.round(event.delayMs)} ms`);
  if ("durationMs" in event) parts.push(`${Math.round(event.durationMs)} ms`);
  if ("requestId" in event && event.requestId !== undefined) parts.push(`request id ${event.requestId}`);
  return parts.join(", ");
}
