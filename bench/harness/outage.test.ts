import { expect, test } from "vitest";
import { createRandom, type Observation, type Scenario } from "./outage.ts";
import { startWorker } from "./start-worker.ts";

async function simulate(scenario: Scenario): Promise<Observation> {
  const { worker } = await startWorker<Scenario, Observation>("outage-worker", []);
  await using disposed = worker;
  return await disposed.ask(scenario);
}

const fleet = { clients: 10, callsPerSecond: 2, seconds: 60 };

test("the quota bounds the requests of an outage, which would otherwise be three for each call", async () => {
  const withQuota = await simulate({ ...fleet, failing: 1, hasQuota: true });
  expect(withQuota.calls).toBeGreaterThan(1_100);
  expect(withQuota.requests / withQuota.calls).toBeLessThanOrEqual(1.1);
  const without = await simulate({ ...fleet, failing: 1, hasQuota: false });
  expect(without.requests / without.calls).toBe(3);
});

test("the quota loses no call where one request in a hundred fails", async () => {
  const { requests, calls, lost } = await simulate({ ...fleet, failing: 0.01, hasQuota: true });
  expect(requests).toBeGreaterThan(calls);
  expect(lost).toBe(0);
});

test("a simulation is the same in each run", async () => {
  const scenario = { ...fleet, clients: 2, failing: 0.3, hasQuota: true };
  expect(await simulate(scenario)).toEqual(await simulate(scenario));
  expect(createRandom(1)()).toBe(createRandom(1)());
});
