/** The longest delay that timers take, in milliseconds. */
export const MAX_MS = 2 ** 31 - 1;

/** RFC 9110, section 5.6.7: the asctime form alone does not say that it is GMT. */
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/;

/**
 * RFC 9110, section 10.2.3: seconds or an HTTP date in any of its three forms. In milliseconds from now, at most what
 * a timer takes; undefined if there is neither. A date is compared with the response's own `Date`, since the clocks of
 * two machines differ, and with this machine's clock if there is none.
 */
export function parseRetryAfter(headers: Pick<Headers, "get">): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Math.min(MAX_MS, Number(value) * 1000);
  const time = parseDate(value);
  return time === undefined ? undefined : Math.min(MAX_MS, Math.max(0, time - readServerTime(headers)));
}

/** The server's clock when it responded, by its `Date`; this machine's clock if there is none. */
export function readServerTime(headers: Pick<Headers, "get">): number {
  return parseDate(headers.get("date")?.trim() ?? "") ?? Date.now();
}

/** RFC 9110, section 5.6.7. */
function parseDate(text: string): number | undefined {
  const date = ASCTIME.test(text) ? `${text} GMT` : text;
  const time = date.endsWith(" GMT") ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
