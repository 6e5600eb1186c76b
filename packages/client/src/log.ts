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

/** Every field that an event may have beside its call. */
type Fields = Partial<Omit<GridEvent, "type"> & { [Name in Told]: Extract<GridEvent, Record<Name, unknown>>[Name] }>;
type Told = "status" | "reason" | "delayMs" | "durationMs" | "requestId" | "outcome";

/** Undefined for what another line says already. */
function levelOf(event: GridEvent): Level | undefined {
  const { status = 0, reason, outcome }: Fields = event;
  return {
    request: "debug",
    response: status < 400 ? "info" : "warn",
    retry: "warn",
    error: reason === "GridResponseError" ? undefined : "error",
    end: /^(input|config|response|other)$/.test(String(outcome)) ? "error" : undefined,
  }[event.type] as Level | undefined;
}

function describe(event: GridEvent): string {
  const { operationId, method, path, attempt, status, reason, delayMs, durationMs, requestId, outcome }: Fields = event;
  return [
    `grid ${operationId ?? `${method} ${path}`}: ${outcome ? `end with an error (${outcome})` : event.type}`,
    `attempt ${attempt}`,
    status !== undefined && `status ${status}`,
    reason,
    delayMs !== undefined && `again in ${Math.round(delayMs)} ms`,
    durationMs !== undefined && `${Math.round(durationMs)} ms`,
    requestId !== undefined && `request id ${requestId}`,
  ]
    .filter(Boolean)
    .join(", ");
}
