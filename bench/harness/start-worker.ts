import { fork } from "node:child_process";
import { once } from "node:events";
import { workerOf } from "./places.ts";

/** A process that responds to each message with one message. */
export interface Worker<Order, Reply> extends AsyncDisposable {
  ask(order: Order): Promise<Reply>;
}

/** Starts a program of `workers/` and waits for its first message. Rejects with what it printed if it ends before that. */
export async function startWorker<Order extends object, Reply>(
  name: string,
  args: readonly string[],
  execArgv: readonly string[] = [],
): Promise<{ worker: Worker<Order, Reply>; greeting: unknown }> {
  const child = fork(workerOf(name), args, { execArgv: [...execArgv], stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let stderr = "";
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  const ended = once(child, "close").then(([code, signal]): never => {
    throw new Error(`${name} ${args.join(" ")} ended (${code ?? signal}):\n${stderr}`);
  });
  ended.catch(() => undefined);
  const next = async () => ((await Promise.race([once(child, "message"), ended])) as [unknown])[0];
  const greeting = await next();
  const worker: Worker<Order, Reply> = {
    ask(order) {
      child.send(order);
      return next() as Promise<Reply>;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended.catch(() => undefined);
    },
  };
  return { worker, greeting };
}
