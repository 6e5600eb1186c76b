import { expect, test } from "vitest";
import { measureRounds } from "./rounds.ts";

test("gives every subject its turn in every round, and reports each round", async () => {
  const turns: string[] = [];
  const reported: string[] = [];
  const subjects = ["a", "b"].map((name) => ({ name, measure: async () => turns.push(name) }));
  const samples = await measureRounds(subjects, 3, (progress) => reported.push(progress));
  expect(turns.join("")).toBe("abbaab");
  expect(samples).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
  expect(reported).toEqual(["round 1 of 3", "round 2 of 3", "round 3 of 3"]);
});
