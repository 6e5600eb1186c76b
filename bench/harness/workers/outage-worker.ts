// Makes the calls of many clients in virtual time, without a socket: the real client with a fetch that fails as the scenario says.
import { setImmediate as turn } from "node:timers/promises";
import { mock } from "node:test";
import { createGridClient, type GridClient } from "@grid-sdk/client";
import { createRandom, type Observation, type Scenario } from "../outage.ts";

const STEP_MS = 50;
const MAX_RETRIES = 2;
const random = createRandom(1);
Math.random = random;
mock.timers.enable({ apis: ["setTimeout", "Date"] });

async function simulate({ clients, callsPerSecond, seconds, failing, hasQuota }: Scenario): Promise<Observation> {
  let [calls, requests, lost] = [0, 0, 0];
  const create = () =>
    createGridClient({
      clientId: "id",
      clientSecret: "secret",
      maxRetries: MAX_RETRIES,
      fetch: async () => {
        requests++;
        return random() < failing ? new Response(null, { status: 503 }) : Response.json({ data: [] });
      },
    });
  const call = (client: GridClient) =>
    client.listAuthSessions({ query: { accountId: "a" } }).catch((error: { attempts: number }) => {
      if (error.attempts <= MAX_RETRIES) lost++;
    });
  const fleet = Array.from({ length: clients }, () => ({
    client: create(),
    nextMs: (random() * 1_000) / callsPerSecond,
  }));
  const running: Promise<unknown>[] = [];
  for (let nowMs = 0; nowMs < seconds * 1_000; nowMs += STEP_MS) {
    for (const one of fleet) {
      if (one.nextMs > nowMs) continue;
      one.nextMs += 1_000 / callsPerSecond;
      calls++;
      running.push(call(hasQuota ? one.client : create()));
    }
    mock.timers.tick(STEP_MS);
    await turn();
  }
  // Long enough for the last call's waits.
  for (let lastMs = 0; lastMs < 60_000; lastMs += STEP_MS) {
    mock.timers.tick(STEP_MS);
    await turn();
  }
  await Promise.all(running);
  return { calls, requests, lost };
}

process.on(
  "message",
  (scenario: Scenario) => void simulate(scenario).then((observation) => process.send?.(observation)),
);
process.send?.("ready");
