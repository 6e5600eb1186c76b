import { expect, test } from "vitest";
import { isDay } from "./is-day.ts";

test.each(["2026-04-23", "2024-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (day) => {
  expect(isDay(day)).toBe(true);
});

test.each([
  "2026-13-45",
  "2026-02-30",
  "2026-02-29",
  "2026-04-31",
  "2026-00-01",
  "2026-01-00",
  "2026-1-1",
  "26-01-01",
  "2026-01-01T00:00:00Z",
  " 2026-01-01",
  "yesterday",
  "",
  20260101,
  undefined,
])("%j is not a day", (day) => {
  expect(isDay(day)).toBe(false);
});
