import { expect, test } from "vitest";
import { describeDifference } from "./describe-difference.ts";

test.each([
  ["A challenge, base64url.", "A challenge, hex.", "said “A challenge, base64url.” and now says “A challenge, hex.”"],
  [
    "Sign it. One two three four five base64url six seven eight nine. Keep it.",
    "Sign it. One two three four five hex six seven eight nine. Keep it.",
    "said “… three four five base64url six seven eight …” and now says “… three four five hex six seven eight …”",
  ],
  ["One.", "One. Two.", "now also says “Two.”"],
  ["One.\nTwo.", "One.", "no longer says “Two.”"],
  ["", "One.", "now also says “One.”"],
  ["One two.", "One\n two.", "says the same in another order or form"],
  ["A.", `${"x".repeat(200)}.`, `said “A.” and now says “${"x".repeat(178)} …”`],
])("%j, then %j", (before, after, difference) => {
  expect(describeDifference(before, after)).toBe(difference);
});
