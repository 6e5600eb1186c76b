import { measureCalls } from "../measure-calls.ts";
import type { Figure, Series } from "../series.ts";
import { startWorker } from "../start-worker.ts";

export const throughput: Figure = {
  name: "throughput",
  title: "Calls per second",
  about:
    "Challenge calls to a server on this machine, over connections that stay open. Bare fetch shows the server's limit.",
  async measure(tell) {
    const { worker: server, greeting: port } = await startWorker("server-worker", []);
    await using _ = server;
    const series: Series[] = [];
    for (const [inFlight, calls] of [
      [1, 1_000],
      [64, 2_000],
    ] as const) {
      const title = `${inFlight} in flight`;
      const samples = await measureCalls({
        args: ["--url", `http://127.0.0.1:${port as number}`],
        rounds: 11,
        order: { calls, inFlight },
        warmUpCalls: calls,
        sample: ({ microseconds }) => (calls * 1_000_000) / microseconds,
        tell: (progress) => tell(`${title}: ${progress}`),
      });
      series.push({ title, unit: "calls/s", samples });
    }
    return series;
  },
};
