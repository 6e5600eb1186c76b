import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readFragment } from "@grid-sdk/openapi";
import { runQuietly } from "@grid-sdk/scripts/workspace";
import { layOutClients } from "../compile/lay-out-clients.ts";
import { TYPED_CLIENTS, writeCalls } from "../compile/ten-calls.ts";
import { FRAGMENT, TSC } from "../places.ts";
import { measureRounds } from "../rounds.ts";
import type { Figure, Series } from "../series.ts";
import { repeatFragment } from "../synthetic/repeat-fragment.ts";

const CALLS = 10;
const FRAGMENT_OPERATIONS = 7;
const SIZES = [
  ["the fragment", FRAGMENT_OPERATIONS],
  ["10 operations", 10],
  ["100 operations", 100],
  ["1,000 operations", 1_000],
] as const;
/** As for an application that is bundled; `skipLibCheck` is what `tsc --init` writes. */
const COMPILER_OPTIONS = {
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  target: "es2022",
  module: "preserve",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
};

export const compileCost: Figure = {
  name: "compile-cost",
  title: "Compiler",
  about:
    'The cost of `tsc --noEmit` for a file with ten calls, with the fragment and with larger APIs that consist of copies of it. "Types" are the compiler\'s type instantiations.',
  async measure(tell) {
    const document = await readFragment(FRAGMENT);
    const series: Series[] = [];
    for (const [title, operations] of SIZES) {
      tell(`${title}: generating the clients`);
      const folderOf = await layOutClients(repeatFragment(document, operations), String(operations));
      const instantiations: Record<string, number[]> = {};
      for (const client of TYPED_CLIENTS) {
        tell(`${title}: counting the instantiations of ${client}`);
        const counts = [];
        for (const calls of [0, CALLS]) {
          await writeProject(folderOf(client), writeCalls(client, calls, operations));
          counts.push((await check(folderOf(client))).instantiations);
        }
        const [none = Number.NaN, all = Number.NaN] = counts;
        instantiations[client] = [(all - none) / CALLS];
      }
      const subjects = TYPED_CLIENTS.map((name) => ({
        name,
        measure: async () => (await check(folderOf(name))).checkMilliseconds,
      }));
      const times = await measureRounds(subjects, 5, (progress) => tell(`${title}: ${progress}`));
      series.push({ title: `${title}, check time`, unit: "ms", samples: times });
      series.push({ title: `${title}, for each call`, unit: "instantiations", samples: instantiations });
    }
    return series;
  },
};

async function writeProject(folder: string, calls: string): Promise<void> {
  await writeFile(join(folder, "calls.ts"), calls);
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: ["calls.ts"] }),
  );
}

/** Rejects if the calls do not compile: what a broken program costs says nothing. */
async function check(folder: string): Promise<{ checkMilliseconds: number; instantiations: number }> {
  const printed = await runQuietly(process.execPath, [TSC, "-p", folder, "--extendedDiagnostics"]);
  const read = (label: string) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(printed)?.[1]);
  return { checkMilliseconds: read("Check time") * 1_000, instantiations: read("Instantiations") };
}
