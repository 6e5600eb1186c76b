/** The emulator's time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  advance(ms: number): void;
  /** Undoes `advance`. */
  reset(): void;
}

/** Earlier than the last valid date, so that times of expiry after it are valid too. */
const MAX_TIME = Date.UTC(9000, 0);

export function createClock(read: () => number | Date = Date.now): Clock {
  let offset = 0;
  const now = () => {
    const time = Number(read());
    if (Math.abs(time) <= MAX_TIME) return time + offset;
    throw new TypeError(`now must return milliseconds since 1970 or a Date, before the year 9000; got ${time}.`);
  };
  return {
    now,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) {
        throw new TypeError(
          `advance needs a number of milliseconds, 0 or more; got ${String(ms)}. The clock cannot go back.`,
        );
      }
      if (now() + ms > MAX_TIME) {
        throw new TypeError(`advance can move the clock to the year 9000 at most; got ${String(ms)} milliseconds.`);
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
