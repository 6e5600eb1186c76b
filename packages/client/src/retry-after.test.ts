import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MAX_MS, parseRetryAfter } from "./retry-after.ts";

describe("Retry-After", () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.parse("2026-04-08T15:30:00Z") }));
  afterEach(() => vi.useRealTimers());

  test.each([
    ["0", 0],
    ["30", 30_000],
    ["Wed, 08 Apr 2026 15:30:07 GMT", 7_000],
    ["Wed, 08 Apr 2026 15:29:00 GMT", 0],
    ["Wed Apr  8 15:30:07 2026", 7_000],
    ["Wednesday, 08-Apr-26 15:30:07 GMT", 7_000],
    ["2 ", 2_000],
    ["99999999999999999999999", MAX_MS],
    ["Fri, 31 Dec 9999 23:59:59 GMT", MAX_MS],
    ["soon", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["2027", 2_027_000],
    ["GMT", undefined],
    ["", undefined],
  ])("%j is read as %j ms", (value, ms) => {
    expect(parseRetryAfter(new Headers({ "retry-after": value }))).toBe(ms);
  });

  test.each([
    ["Wed, 08 Apr 2026 15:25:00 GMT", "a server whose clock is five minutes behind"],
    ["Wed, 08 Apr 2026 15:35:00 GMT", "a server whose clock is five minutes ahead"],
    ["Wed Apr  8 15:35:00 2026", "a server that writes its date as asctime does"],
  ])("as a date is read by the Date of its own response: %s, %s", (date) => {
    const later = new Date(Date.parse(`${date.replace(/ GMT$/, "")} GMT`) + 7_000).toUTCString();
    expect(parseRetryAfter(new Headers({ "retry-after": later, date }))).toBe(7_000);
    expect(parseRetryAfter(new Headers({ "retry-after": "7", date }))).toBe(7_000);
  });

  test("as a date is compared with this machine's clock without a valid Date", () => {
    const headers = new Headers({ "retry-after": "Wed, 08 Apr 2026 15:30:07 GMT", date: "soon" });
    expect(parseRetryAfter(headers)).toBe(7_000);
  });
});
