/** The emulator's time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  advance(ms: number): void;
  /** Back to what it was without `advance`. */
  reset(): void;
}

export function createClock(read: () => number | Date = Date.now): Clock {
  let offset = 0;
  return {
    now: () => Number(read()) + offset,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) {
        throw new TypeError(`advance takes milliseconds, 0 or more; got ${String(ms)}. Time goes one way.`);
      }
      offset += ms;
    },
    reset() {
      offset = 0;
    },
  };
}

/** As the API writes times. */
export function formatTime(ms: number): string {
  return new Date(ms).toISOString();
}
