/** The API's time when it was last read. This browser's clock may be another; its stopwatch is the same. */
let reading = { ms: Date.now(), at: performance.now() };

/** Sets the clock by the API's own `Date`. */
export function setApiClock(now: string): void {
  reading = { ms: Date.parse(now), at: performance.now() };
}

/** The milliseconds from now, at the API, to a time of the API. */
export function msUntil(time: string): number {
  return Date.parse(time) - (reading.ms + performance.now() - reading.at);
}

/** A time of the API as this browser's clock will show it. */
export function toLocalTime(time: string): string {
  return new Date(Date.now() + msUntil(time)).toLocaleTimeString([], { timeStyle: "short" });
}
