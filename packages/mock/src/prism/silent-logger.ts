import type { PrismHttpComponents } from "@stoplight/prism-http";

const LEVELS = ["trace", "debug", "info", "success", "warn", "error", "fatal"];

export function silentLogger(): PrismHttpComponents["logger"] {
  const levels = Object.fromEntries(LEVELS.map((level) => [level, () => {}]));
  const logger = { ...levels, child: () => logger };
  // Prism asks for a pino logger and calls nothing but these.
  return logger as unknown as PrismHttpComponents["logger"];
}
