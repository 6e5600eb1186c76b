import { expect, test } from "vitest";
import { describeDifference } from "./describe-difference.ts";

test.each([
  ["A challenge, base64url.", "A challenge, hex.", "said “A challenge, base64url.”, says “A challenge, hex.” now"],
  [
    "Sign it. One two three four five base64url six seven eight nine. Keep it.",
    "Sign it. One two three four five hex six seven eight nine. Keep it.",
    "said “… three four five base64url six seven eight …”, says “… three four five hex six seven eight …” now",
  ],
  ["One.", "One. Two.", "says now too: “Two.”"],
  ["One.\nTwo.", "One.", "does not say any more: “Two.”"],
  ["", "One.", "says now too: “One.”"],
  ["One two.", "One\n two.", "says the same in another order or form"],
  ["A.", `${"x".repeat(200)}.`, `said “A.”, says “${"x".repeat(178)} …” now`],
])("%j, then %j", (before, after, difference) => {
  expect(describeDifference(before, after)).toBe(difference);
});
