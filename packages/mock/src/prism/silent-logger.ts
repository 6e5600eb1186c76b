import type { PrismHttpComponents } from "@stoplight/prism-http";

function ignore() {}

export function silentLogger(): PrismHttpComponents["logger"] {
  const levels = {
    trace: ignore,
    debug: ignore,
    info: ignore,
    success: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
  const logger = { ...levels, child: () => logger };
  // Prism asks for a pino logger and calls nothing but these.
  return logger as unknown as PrismHttpComponents["logger"];
}
