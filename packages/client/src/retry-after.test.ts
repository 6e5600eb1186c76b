import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MAX_MS, parseRetryAfter, wasRefused } from "./retry-after.ts";

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
    expect(parseRetryAfter({ get: () => value })).toBe(ms);
  });
});

test("only a 503 that says when to come back was refused", () => {
  const refused = (status: number, value?: string) =>
    wasRefused(new Response(null, { status, headers: value === undefined ? {} : { "retry-after": value } }));
  expect(refused(503, "1")).toBe(true);
  expect(refused(503, "soon")).toBe(false);
  expect(refused(503)).toBe(false);
  expect(refused(500, "1")).toBe(false);
  expect(refused(429)).toBe(true);
  expect(refused(408)).toBe(false);
});
