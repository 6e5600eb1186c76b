import { CLIENTS } from "./clients.ts";
import { builtProgramOf } from "./programs.ts";
import { measureRounds } from "./rounds.ts";
import { startWorker } from "./start-worker.ts";
import type { Measurement, Order } from "./workers/call-worker.ts";

interface CallRounds {
  /** What the worker is started with, besides its program. */
  readonly args: readonly string[];
  readonly execArgv?: readonly string[];
  readonly rounds: number;
  /** The calls of a round. */
  readonly order: Order;
  /** Calls before the first round, so that the code is compiled and connections are open. */
  readonly warmUpCalls: number;
  /** What of a round's measurement is the sample. */
  sample(measurement: Measurement): number;
  tell(progress: string): void;
}

/** Measures rounds of calls with every client, each in a process of its own that stays for all rounds. */
export async function measureCalls(options: CallRounds): Promise<Record<string, number[]>> {
  const { args, execArgv, rounds, order, warmUpCalls, sample, tell } = options;
  await using workers = new AsyncDisposableStack();
  const subjects = [];
  for (const { name } of CLIENTS) {
    const program = builtProgramOf(name, "challenge", "esm");
    const started = await startWorker<Order, Measurement>("call-worker", ["--program", program, ...args], execArgv);
    const worker = workers.use(started.worker);
    await worker.ask({ ...order, calls: warmUpCalls });
    subjects.push({ name, measure: async () => sample(await worker.ask(order)) });
  }
  // Awaited here: the workers end when this function returns.
  return await measureRounds(subjects, rounds, tell);
}
