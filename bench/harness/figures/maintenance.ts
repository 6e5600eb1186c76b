import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildWholeSpecification } from "@grid-sdk/scripts/whole-specification";
import { makeTemporaryClone, runQuietly, type TemporaryClone } from "@grid-sdk/scripts/workspace";
import { parse, stringify } from "yaml";
import { OURS } from "../clients.ts";
import { FRAGMENT, HEY_API_CLI, OPENAPI_TYPESCRIPT_CLI } from "../places.ts";
import { measureRounds, type Subject } from "../rounds.ts";
import type { Figure, Series } from "../series.ts";

const OUR_FRAGMENT = "openapi/2026-04-23/grid-auth.yaml";
/** A widening, as the API's authors would make it. */
const REVISION = ["enum: [OAUTH, EMAIL_OTP, PASSKEY]", "enum: [OAUTH, EMAIL_OTP, PASSKEY, SMS_OTP]"] as const;

export const maintenance: Figure = {
  name: "maintenance",
  title: "The maintainers' loop",
  about: "Each command as a whole process, with the fragment and with larger specifications that contain it.",
  async measure(tell) {
    const text = readFileSync(FRAGMENT, "utf8");
    const series: Series[] = [];
    for (const { title, paths, rounds } of [
      { title: "the fragment", paths: undefined, rounds: 7 },
      { title: "120 paths", paths: 120, rounds: 5 },
      { title: "1,000 paths", paths: 1_000, rounds: 3 },
    ]) {
      const writeAround = (fragment: string) =>
        paths === undefined
          ? fragment
          : stringify(buildWholeSpecification(parse(fragment), paths), {
              aliasDuplicateObjects: false,
            });
      const clone = makeTemporaryClone();
      try {
        for (const [command, subjects] of listCommands(
          clone,
          writeAround(text),
          writeAround(text.replace(...REVISION)),
        )) {
          const samples = await measureRounds(subjects, rounds, (progress) =>
            tell(`${title}, ${command}: ${progress}`),
          );
          series.push({ title: `${title}, ${command}`, unit: "ms", samples });
        }
      } finally {
        clone.remove();
      }
    }
    return series;
  },
};

function listCommands(clone: TemporaryClone, before: string, after: string): [string, Subject[]][] {
  const place = (name: string) => join(clone.path, "node_modules", name);
  const [specification, revised] = [place("specification.yaml"), place("revised.yaml")];
  writeFileSync(specification, before);
  writeFileSync(revised, after);
  const ours = (script: string, ...args: string[]) =>
    timeProcess([join(clone.path, "scripts", script), ...args], clone.path);
  const startOver = () => {
    clone.git("reset", "--hard", "--quiet");
    clone.git("clean", "--force", "--quiet", ".changeset");
  };
  const generate = () => {
    writeFileSync(join(clone.path, OUR_FRAGMENT), before);
    rmSync(join(clone.path, "packages/core/src/generated/2026-04-23"), { recursive: true });
    return ours("generate/generate.ts");
  };
  const types = () => timeProcess([OPENAPI_TYPESCRIPT_CLI, specification, "-o", place("schema.ts")], clone.path);
  const heyApi = () =>
    timeProcess([HEY_API_CLI, "-i", specification, "-o", place("hey-api"), "--no-log-file"], clone.path);
  const update = () => {
    startOver();
    return ours("specification/spec-update.ts", revised);
  };
  return [
    [
      "generate",
      [
        { name: OURS, measure: generate },
        { name: "openapi-typescript", measure: types },
        { name: "hey-api", measure: heyApi },
      ],
    ],
    ["spec:update", [{ name: OURS, measure: update }]],
    ["spec:diff", [{ name: OURS, measure: () => ours("specification/spec-diff.ts", specification, revised) }]],
  ];
}

async function timeProcess(args: readonly string[], cwd: string): Promise<number> {
  const start = performance.now();
  await runQuietly(process.execPath, args, { cwd });
  return performance.now() - start;
}
