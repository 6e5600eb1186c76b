import { expect, test } from "vitest";
import { createMask, maskHeaders } from "./mask.ts";

const SECRET = 's3c/r+t="\\ä';
const mask = createMask([SECRET, "short"]);

test.each([
  ["as it is", SECRET],
  ["in JSON", JSON.stringify(SECRET).slice(1, -1)],
  ["in JSON that escapes slashes", JSON.stringify(SECRET).slice(1, -1).replace("/", "\\/")],
  ["in JSON that escapes all that is not a letter", 's3c\\u002Fr\\u002bt\\u003d\\"\\\\\\u00e4'],
  ["percent-encoded", encodeURIComponent(SECRET)],
  ["percent-encoded in lower case", encodeURIComponent(SECRET).toLowerCase()],
])("masks a secret %s, at any place", (_, spelling) => {
  expect(mask(`a ${spelling}, ${spelling}.`)).toBe("a ***, ***.");
});

test("does not mask a secret of fewer than eight characters, since it may be part of any word", () => {
  expect(mask("a short text")).toBe("a short text");
  expect(createMask([])("text")).toBe("text");
  expect(createMask(["12345678"])("12345678")).toBe("***");
});

test("masks a secret with characters that are special in a pattern or a URL", () => {
  for (const secret of ["(.*)+[^]$1", "\ud800 12345678"]) expect(createMask([secret])(`${secret}!`)).toBe("***!");
});

test("masks headers in a copy, and returns the same headers if there is nothing to mask", () => {
  const headers = new Headers([
    ["x-a", encodeURIComponent(SECRET)],
    ["set-cookie", "a=1"],
    ["set-cookie", `b=${SECRET}`],
  ]);
  const masked = maskHeaders(headers, mask);
  expect([...masked]).toEqual([
    ["set-cookie", "a=1"],
    ["set-cookie", "b=***"],
    ["x-a", "***"],
  ]);
  expect(maskHeaders(masked, mask)).toBe(masked);
});
