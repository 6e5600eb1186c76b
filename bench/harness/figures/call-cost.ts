import type { Outcome } from "../call-stub.ts";
import { measureCalls } from "../measure-calls.ts";
import type { Figure, Series } from "../series.ts";

const CALLS = 500;
/** So much room for new objects that none is collected in a round: then the heap grows by what was allocated. */
const WITHOUT_COLLECTION = ["--expose-gc", "--min-semi-space-size=512", "--max-semi-space-size=512"];
const OUTCOMES: readonly (readonly [string, Outcome])[] = [
  ["success", "success"],
  ["documented error", "error"],
];

export const callCost: Figure = {
  name: "call-cost",
  title: "Cost of a call",
  about:
    "One challenge call with a `fetch` that responds at once: the time and the JavaScript heap that the client needs.",
  async measure(tell) {
    const series: Series[] = [];
    for (const [title, outcome] of OUTCOMES) {
      const options = { args: ["--outcome", outcome], order: { calls: CALLS, inFlight: 1 }, warmUpCalls: 20 * CALLS };
      const times = await measureCalls({
        ...options,
        rounds: 75,
        sample: ({ microseconds }) => microseconds / CALLS,
        tell: (progress) => tell(`${title}, time: ${progress}`),
      });
      const heap = await measureCalls({
        ...options,
        execArgv: WITHOUT_COLLECTION,
        rounds: 5,
        sample: ({ allocatedBytes }) => allocatedBytes / CALLS,
        tell: (progress) => tell(`${title}, heap: ${progress}`),
      });
      series.push({ title: `${title}, time`, unit: "µs", samples: times });
      series.push({ title: `${title}, heap`, unit: "bytes", samples: heap });
    }
    return series;
  },
};
