import { OURS } from "../clients.ts";
import type { Result } from "../series.ts";
import { ratioOf, spreadOf } from "../statistics.ts";
import { SIZE } from "./bundle-chart.ts";
import { formatRatio } from "./format-number.ts";
import { findSeries, RETRYING } from "./targets.ts";

const LIBRARY = "openapi-fetch";
export const TIME = { figure: "call-cost", series: "success, time" };
const LOAD = { figure: "import-time", series: "ESM, time" };

/** What the client costs beside the library inside it, and what it does for that. */
export function describeTrade(results: readonly Result[]): string {
  const compare = (where: { figure: string; series: string }) => {
    const samples = findSeries(results, where)?.samples;
    const [ours, library] = [samples?.[OURS], samples?.[LIBRARY]];
    if (!ours || !library) throw new RangeError(`${where.figure} was not measured for ${OURS} and ${LIBRARY}.`);
    return { ratio: ratioOf(ours, library).median, more: spreadOf(ours).median - spreadOf(library).median };
  };
  const [size, time, load] = [compare(SIZE), compare(TIME), compare(LOAD)];
  return `**The trade.** ${OURS} contains ${LIBRARY}, and a bundle with one call is about ${Math.round(size.ratio)} times as large. A call needs ${formatRatio(time.ratio)} times the time, which is ${Math.round(time.more)} µs more, and loading ${formatRatio(load.ratio)} times, which is ${Math.round(load.more)} ms more. For that, it retries safely, limits time, throws errors with fields, and checks input and responses. With ${LIBRARY} only, your team writes that code. Of the other clients that retry and limit time, ${compareRetrying(results)}.`;
}

/** The clients that also retry and limit time, by the size of their bundles. */
function compareRetrying(results: readonly Result[]): string {
  const samples = findSeries(results, SIZE)?.samples ?? {};
  const sizeOf = (name: string) => spreadOf(samples[name] ?? [Number.NaN]).median;
  const names = RETRYING.filter((name) => name in samples);
  const smaller = names.filter((name) => sizeOf(name) < sizeOf(OURS));
  const larger = names.filter((name) => !smaller.includes(name));
  return [...sayOf(smaller, "smaller"), ...sayOf(larger, "larger")].join("; ");
}

function sayOf(names: readonly string[], what: string): string[] {
  const list = names.join(", ").replace(/, (?=[^,]*$)/, " and ");
  return names.length === 0 ? [] : [`${list} ${names.length === 1 ? "is" : "are"} ${what}`];
}
