// Makes as many challenge calls with one client as the parent process says, and reports their cost.
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Outcome } from "../call-stub.ts";
import { ID, installStub } from "../call-stub.ts";

type Challenge = (id: string) => Promise<unknown>;

/** How many calls to make, and how many of them at once. */
export interface Order {
  readonly calls: number;
  readonly inFlight: number;
}

export interface Measurement {
  readonly microseconds: number;
  /** On the JavaScript heap. Right only if nothing was collected meanwhile. */
  readonly allocatedBytes: number;
}

const { values } = parseArgs({
  options: {
    program: { type: "string", default: "" },
    outcome: { type: "string", default: "success" },
    url: { type: "string" },
  },
});
const outcome = values.outcome as Outcome;
if (values.url === undefined) installStub(outcome);

const { connect } = (await import(pathToFileURL(values.program).href)) as {
  connect(baseUrl: string, adapter?: string): Challenge;
};
// Only axios knows adapters: without the adapter for fetch, it uses node:http.
const challenge = values.url === undefined ? connect("https://bench.invalid", "fetch") : connect(values.url);

const callOnce =
  outcome === "success"
    ? async () => void (await challenge(ID))
    : () =>
        challenge(ID).then(
          () => {
            throw new Error("a documented error did not reject");
          },
          () => undefined,
        );

async function measure({ calls, inFlight }: Order): Promise<Measurement> {
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const start = performance.now();
  let left = calls;
  const callInTurn = async () => {
    while (left-- > 0) await callOnce();
  };
  await Promise.all(Array.from({ length: inFlight }, callInTurn));
  const microseconds = (performance.now() - start) * 1_000;
  return { microseconds, allocatedBytes: process.memoryUsage().heapUsed - heapBefore };
}

process.on("message", (order: Order) => void measure(order).then((measurement) => process.send?.(measurement)));
process.send?.("ready");
