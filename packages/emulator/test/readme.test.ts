import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compileAsConsumer } from "../../../consumer.base.ts";
import { PATIENCE_MS } from "../../../vitest.base.ts";
import { readSeedFile } from "../src/seed/read-seed-file.ts";
import { defaultLine } from "../src/lines/default/line.ts";
import { LINES } from "../src/lines/find-line.ts";
import { startEmulator } from "../src/start-emulator.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const readme = await readFile(join(root, "README.md"), "utf8");
/** The code blocks that say which file they are. */
const files = [...readme.matchAll(/```(?:ts|yaml)\n(?:\/\/|#) (\S+)\n([^]*?)```/g)].map(([, name = "", code = ""]) => ({
  name,
  code,
}));

/** Where the rules are, and the lines that they apply to. */
const FOLDERS = [
  { folder: "rules", lines: "both" },
  { folder: "lines/default/rules", lines: defaultLine.name },
  { folder: "lines/latest/rules", lines: "latest" },
];

let directory = "";
beforeAll(async () => {
  await mkdir(join(root, ".work"), { recursive: true });
  directory = await mkdtemp(join(root, ".work", "readme-"));
  await Promise.all(files.map(({ name, code }) => writeFile(join(directory, name), code)));
  const config = { include: ["*.test.ts"], testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS };
  await writeFile(join(directory, "vitest.config.mjs"), `export default { test: ${JSON.stringify(config)} };`);
  return () => rm(directory, { recursive: true, force: true });
});

test("its tests pass", async () => {
  expect(files.map(({ name }) => name)).toEqual([
    "first.test.ts",
    "sign-in.test.ts",
    "sign-in-2026-04-23.test.ts",
    "expiry.test.ts",
    "seed.yaml",
  ]);
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/VITEST|^TEST$|^NODE_(?!COMPILE)/.test(name)),
  );
  const child = spawn(process.execPath, [vitest, "run"], { cwd: directory, env });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  expect({ code, output: stdout + stderr }).toMatchObject({ code: 0 });
});

test("its code compiles", async () => {
  // Without the runner's own types, which take longer than all the rest.
  const runner = "// oxlint-disable-next-line typescript/no-explicit-any\ndeclare const expect: any, test: any;";
  const tests = files.filter(({ name }) => name.endsWith(".ts"));
  for (const { name, code } of tests) {
    await writeFile(join(directory, `${name}.ts`), code.replace(/^import .* from "vitest";$/m, runner));
  }
  const { messages } = compileAsConsumer(
    tests.map(({ name }) => join(directory, `${name}.ts`)),
    { types: ["node"] },
  );
  expect(messages).toEqual([]);
});

test.each(LINES)("its seed is one on $name", async (line) => {
  const seed = await readSeedFile(line, join(directory, "seed.yaml"));
  const { emulator } = await startEmulator(line, { seed });
  expect(emulator.accounts.map(({ credentials }) => credentials.length)).toEqual([1, 3]);
  await emulator.close();
});

test("its list of options has each, and says which are of latest", async () => {
  const source = await readFile(join(root, "src/options.ts"), "utf8");
  const listFields = (type: string) => {
    const [, body = ""] = new RegExp(`^export interface ${type}\\b[^{]*{\\n([^]*?)^}`, "m").exec(source) ?? [];
    return [...body.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name = ""]) => name);
  };
  const [, section = ""] = readme.split("\n## Options\n");
  const [list = ""] = section.split("\n## ");
  const heads = [...list.matchAll(/^- ([^:]+):/gm)].map(([, head = ""]) => head);
  const listNames = (rows: string[]) => rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const isOfLatest = (row: string) => row.endsWith(", on `latest`");
  const latest = heads.filter(isOfLatest).map((row) => row.replace(", on `latest`", ""));
  expect(listNames(latest).toSorted()).toEqual(listFields("SealedCodeOptions").toSorted());
  const both = heads.filter((row) => !isOfLatest(row));
  expect(listNames(both).toSorted()).toEqual(listFields("GridEmulatorOptionsOf").toSorted());
});

describe("the list of rules", () => {
  const [, section = ""] = readme.split("\n## The rules\n");
  const rows = [...section.matchAll(/^- \*\*`(\w+)`\*\* \(([^)]+)\): .+ \*([^*]+)\.\*$/gm)];

  test("has an item for each rule with the lines that it applies to, and a test each", async () => {
    const rules: string[] = [];
    const tests: string[] = [];
    for (const { folder, lines } of FOLDERS) {
      for (const name of await readdir(join(root, "src", folder))) {
        const source = await readFile(join(root, "src", folder, name), "utf8");
        const found = [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, rule = ""]) => rule);
        rules.push(...found.map((rule) => `${rule}: ${lines}`));
        const tested = await readFile(join(root, "test", folder, name.replace(".ts", ".test.ts")), "utf8");
        const described = [...tested.matchAll(/^describe\("(\w+)"/gm)].map(([, rule = ""]) => rule);
        tests.push(...described.map((rule) => `${rule}: ${lines}`));
      }
    }
    expect(rows.map(([, rule, lines]) => `${rule}: ${lines}`).toSorted()).toEqual(rules.toSorted());
    expect(tests.toSorted()).toEqual(expect.arrayContaining(rules));
  });

  test("says the source of each", () => {
    for (const [, , , source = ""] of rows) expect(source).toMatch(/specified|guide|sandbox|assumed|production/i);
  });
});
