import { expect, test } from "vitest";
import { currentRelease, hashFragment, readRelease, writeRelease } from "./record.ts";

const released = { fragment: "a: 1\n", version: "1.0.0", updated: hashFragment("a: 2\n") };

test("a written release is read again", () => {
  expect(readRelease(writeRelease(released))).toEqual(released);
});

test("a fragment that was recorded counts as released once the packages have another version", () => {
  expect(currentRelease(released, "1.0.0", "a: 2\n")).toEqual(released);
  expect(currentRelease(released, "1.1.0", "a: 2\n")).toEqual({
    fragment: "a: 2\n",
    version: "1.1.0",
    updated: released.updated,
  });
});

test("a fragment that was edited by hand does not count as released", () => {
  expect(currentRelease(released, "1.1.0", "a: 3\n")).toEqual(released);
});
