/** The longest delay that timers accept, in milliseconds. */
export const MAX_MS = 2 ** 31 - 1;

/** RFC 9110, section 5.6.7: only the asctime form does not say that it is GMT. */
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/;

/**
 * The delay of `Retry-After` in milliseconds from now, at most `MAX_MS`; undefined without a valid one. RFC 9110, section
 * 10.2.3: seconds, or an HTTP date in any of its three forms. A date is compared with the response's own `Date`, since
 * the clocks of two machines differ; without `Date`, with this machine's clock.
 */
export function parseRetryAfter(headers: Pick<Headers, "get">): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Math.min(MAX_MS, Number(value) * 1000);
  const time = parseDate(value);
  return time === undefined ? undefined : Math.min(MAX_MS, Math.max(0, time - readServerTime(headers)));
}

/** The server's time when it responded, from `Date`; without it, this machine's time. In milliseconds. */
export function readServerTime(headers: Pick<Headers, "get">): number {
  return parseDate(headers.get("date")?.trim() ?? "") ?? Date.now();
}

/** RFC 9110, section 5.6.7. */
function parseDate(text: string): number | undefined {
  const date = ASCTIME.test(text) ? `${text} GMT` : text;
  const time = date.endsWith(" GMT") ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
