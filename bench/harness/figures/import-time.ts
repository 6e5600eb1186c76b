import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CLIENTS } from "../clients.ts";
import { workerOf } from "../places.ts";
import { builtProgramOf, type ModuleFormat } from "../programs.ts";
import { measureRounds } from "../rounds.ts";
import type { Figure, Series } from "../series.ts";

const run = promisify(execFile);
const FORMATS: readonly (readonly [string, ModuleFormat])[] = [
  ["ESM", "esm"],
  ["CommonJS", "cjs"],
];

export const importTime: Figure = {
  name: "import-time",
  title: "Cold import",
  about:
    "The time to load the client in a new Node process, before the first call, and how many modules Node reads for it.",
  async measure(tell) {
    const series: Series[] = [];
    for (const [title, format] of FORMATS) {
      const subjectsOf = (worker: string) =>
        CLIENTS.map(({ name }) => ({
          name,
          measure: () => runOnce(worker, builtProgramOf(name, "challenge", format)),
        }));
      const times = await measureRounds(subjectsOf("import-worker"), 31, (progress) => tell(`${title}: ${progress}`));
      const modules = await measureRounds(subjectsOf("count-modules-worker"), 1, () => undefined);
      series.push({ title: `${title}, time`, unit: "ms", samples: times });
      series.push({ title: `${title}, modules`, unit: "modules", samples: modules });
    }
    return series;
  },
};

async function runOnce(worker: string, program: string): Promise<number> {
  const { stdout } = await run(process.execPath, [workerOf(worker), program]);
  return Number(stdout);
}
