import { isJsonObject } from "@grid-sdk/openapi";

// RFC 3339, section 5.6, also inside a longer text: a payload to sign contains one.
const DATE_TIME = /\b(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)/gi;
/** Names of times in the future. */
const AHEAD = /expir|until|deadline|not_?after|valid_?to/i;
/** How far in the future such a time is if the example has no other time, in milliseconds. */
const LEAD_MS = 300_000;

/**
 * Moves all date-times of an example by one offset of whole seconds, so that its latest past time becomes `now`. Times
 * such as `expiresAt` are then in the future.
 */
export function shiftDates(example: unknown, now: number): unknown {
  const times = listTimes(example, "");
  const ahead = times.filter(({ isAhead }) => isAhead).map(({ time }) => time);
  const past = times.filter(({ isAhead }) => !isAhead).map(({ time }) => time);
  const latest = Math.max(...past);
  const earliestAhead = Math.min(...ahead);
  const then = latest < earliestAhead && past.length > 0 ? latest : earliestAhead - LEAD_MS;
  if (!Number.isFinite(then)) return example;
  const offset = (Math.floor(now / 1000) - Math.floor(then / 1000)) * 1000;
  return JSON.parse(JSON.stringify(example), (_, value: unknown) =>
    typeof value === "string" ? moveTimes(value, offset) : value,
  );
}

interface Time {
  readonly time: number;
  readonly isAhead: boolean;
}

function listTimes(value: unknown, name: string): Time[] {
  if (Array.isArray(value)) return value.flatMap((item) => listTimes(item, name));
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, item]) => listTimes(item, key));
  if (typeof value !== "string") return [];
  const time = Date.parse(value);
  return value.match(DATE_TIME)?.[0] === value && !Number.isNaN(time) ? [{ time, isAhead: AHEAD.test(name) }] : [];
}

/** Keeps the form: the same digits of a second, the same time zone. */
function moveTimes(text: string, offset: number): string {
  return text.replace(DATE_TIME, (time: string, local: string, fraction: string = "", zone: string) => {
    const moved = Date.parse(`${local}Z`) + offset;
    return Number.isNaN(moved) ? time : `${new Date(moved).toISOString().slice(0, 19)}${fraction}${zone}`;
  });
}
