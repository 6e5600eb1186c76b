import type { Observation, Scenario } from "../outage.ts";
import type { Figure, Series } from "../series.ts";
import { startWorker } from "../start-worker.ts";

const FLEET = { clients: 1_000, callsPerSecond: 2, seconds: 60 };
const SUBJECTS = [
  ["with the quota", true],
  ["without it", false],
] as const;

export const retryQuota: Figure = {
  name: "retry-quota",
  title: "Retries in an outage",
  about:
    "A thousand clients run for a minute of virtual time. Each makes two calls a second that may be retried. The figure shows how many requests the retry quota saves for a server that is down, and what the quota costs where one request in a hundred fails. A lost call ended in an error although a retry was left.",
  async measure(tell) {
    const outage = await observe({ ...FLEET, failing: 1 }, (progress) => tell(`an outage, ${progress}`));
    const hiccups = await observe({ ...FLEET, failing: 0.01 }, (progress) => tell(`one in a hundred, ${progress}`));
    return [
      toSeries("an outage of a minute", "requests/call", outage, perCall),
      toSeries("one call in a hundred fails", "requests/call", hiccups, perCall),
      toSeries("one call in a hundred fails: calls lost", "calls", hiccups, ({ lost }) => lost),
    ];
  },
};

const perCall = ({ calls, requests }: Observation) => requests / calls;

type Observations = readonly (readonly [string, Observation])[];

async function observe(scenario: Omit<Scenario, "hasQuota">, tell: (progress: string) => void): Promise<Observations> {
  const observations: [string, Observation][] = [];
  for (const [subject, hasQuota] of SUBJECTS) {
    tell(subject);
    const { worker } = await startWorker<Scenario, Observation>("outage-worker", []);
    observations.push([subject, await worker.ask({ ...scenario, hasQuota })]);
    await worker[Symbol.asyncDispose]();
  }
  return observations;
}

function toSeries(
  title: string,
  unit: Series["unit"],
  observations: Observations,
  read: (observation: Observation) => number,
): Series {
  return { title, unit, samples: Object.fromEntries(observations.map(([name, observed]) => [name, [read(observed)]])) };
}
