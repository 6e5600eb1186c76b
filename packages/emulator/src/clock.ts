/** The emulator's time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  advance(ms: number): void;
  /** Back to what it was without `advance`. */
  reset(): void;
}

/** Not the last time that a date can have: what expires after it is a date as well. */
const MAX_TIME = Date.UTC(9000, 0);

export function createClock(read: () => number | Date = Date.now): Clock {
  let offset = 0;
  const now = () => {
    const time = Number(read());
    if (Math.abs(time) <= MAX_TIME) return time + offset;
    throw new TypeError(`now has to return milliseconds since 1970 or a date, before the year 9000; got ${time}.`);
  };
  return {
    now,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) {
        throw new TypeError(`advance takes milliseconds, 0 or more; got ${String(ms)}. Time goes one way.`);
      }
      if (now() + ms > MAX_TIME) {
        throw new TypeError(`advance takes the clock to the year 9000 at the most; got ${String(ms)} milliseconds.`);
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
