import { expect, test } from "vitest";
import { measureRounds } from "./rounds.ts";

test("gives every subject its turn in every round, and tells of the rounds", async () => {
  const turns: string[] = [];
  const told: string[] = [];
  const subjects = ["a", "b"].map((name) => ({ name, measure: async () => turns.push(name) }));
  const samples = await measureRounds(subjects, 3, (progress) => told.push(progress));
  expect(turns.join("")).toBe("abbaab");
  expect(samples).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
  expect(told).toEqual(["round 1 of 3", "round 2 of 3", "round 3 of 3"]);
});
