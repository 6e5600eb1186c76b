import { expect, test } from "vitest";
import { ratioOf, spreadOf } from "./statistics.ts";

test("gives the median and the quartiles", () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
  expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, low: 1.75, high: 3.25 });
  expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
});

test("compares within each round, so that a slow round does not count", () => {
  expect(ratioOf([2, 20, 2], [1, 10, 1])).toEqual({ median: 2, low: 2, high: 2 });
});

test("refuses what cannot be compared", () => {
  expect(() => spreadOf([])).toThrow("There is no median of no numbers.");
  expect(() => ratioOf([1], [1, 2])).toThrow("Expected as many rounds of both, got 1 and 2.");
});
