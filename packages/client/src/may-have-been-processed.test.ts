import { expect, test } from "vitest";
import { wasRefused } from "./may-have-been-processed.ts";

test("only a 503 with Retry-After counts as refused", () => {
  const refused = (status: number, value?: string) =>
    wasRefused(new Response(null, { status, headers: value === undefined ? {} : { "retry-after": value } }));
  expect(refused(503, "1")).toBe(true);
  expect(refused(503, "soon")).toBe(false);
  expect(refused(503)).toBe(false);
  expect(refused(500, "1")).toBe(false);
  expect(refused(429)).toBe(true);
  expect(refused(408)).toBe(false);
});
