import { expect, test } from "vitest";
import { shiftDates } from "./shift-dates.ts";

const NOW = Date.parse("2030-06-01T12:00:00.750Z");

test.each<[string, unknown, unknown]>([
  [
    "what the example calls now is now",
    { createdAt: "2026-04-08T15:30:01Z", updatedAt: "2026-04-08T15:35:00Z" },
    { createdAt: "2030-06-01T11:55:01Z", updatedAt: "2030-06-01T12:00:00Z" },
  ],
  [
    "what lies ahead stays as far ahead",
    { updatedAt: "2026-04-08T15:35:00Z", expiresAt: "2026-04-08T15:40:00Z" },
    { updatedAt: "2030-06-01T12:00:00Z", expiresAt: "2030-06-01T12:05:00Z" },
  ],
  [
    "an expiry without another time is five minutes ahead",
    { expiresAt: "2026-04-08T15:40:00Z" },
    { expiresAt: "2030-06-01T12:05:00Z" },
  ],
  [
    "an expiry lies ahead though the example has it in the past",
    { updatedAt: "2026-04-08T16:00:00Z", expires_at: "2026-04-08T15:40:00Z" },
    { updatedAt: "2030-06-01T12:25:00Z", expires_at: "2030-06-01T12:05:00Z" },
  ],
  [
    "a payload to sign says the same as the field beside it",
    { payloadToSign: '{"a":1,"expiresAt":"2026-04-08T15:40:00Z"}', expiresAt: "2026-04-08T15:40:00Z" },
    { payloadToSign: '{"a":1,"expiresAt":"2030-06-01T12:05:00Z"}', expiresAt: "2030-06-01T12:05:00Z" },
  ],
  [
    "lists move by one offset, in the form they have",
    [{ at: "2026-04-08T15:35:00.125Z" }, { at: "2026-04-08T17:34:00+02:00" }],
    [{ at: "2030-06-01T12:00:00.125Z" }, { at: "2030-06-01T13:59:00+02:00" }],
  ],
  ["what has no date-time stays", { date: "2026-04-08", n: 1, none: null }, { date: "2026-04-08", n: 1, none: null }],
  ["a text that is not a time stays", { at: "2026-13-40T99:99:99Z" }, { at: "2026-13-40T99:99:99Z" }],
  ["a text stays", "hello", "hello"],
])("%s", (_, example, shifted) => {
  expect(shiftDates(example, NOW)).toEqual(shifted);
});
