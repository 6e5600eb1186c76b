import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../../workspace/root.ts";
import { runQuietly } from "../../workspace/run-quietly.ts";

const at = (path: string) => fileURLToPath(new URL(path, ROOT));

const RUN = `import { startGridMock } from "@grid-sdk/mock";
import { challenge } from "./readme.ts";

const mock = await startGridMock();
Object.assign(process.env, { GRID_CLIENT_ID: "id", GRID_CLIENT_SECRET: "secret", GRID_BASE_URL: mock.url });
mock.reply("challengeAuthCredential", { example: "passkey" });
console.log(await challenge("AuthMethod:1"));
await mock.close();
`;

/** Installs the packages into an empty project with the given command, runs the README's code and compiles the design's. */
export async function tryAsConsumer(
  directory: string,
  install: readonly [string, ...string[]],
  npmrc: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(await readFile(at("README.md"), "utf8")) ?? [];
  await writeFile(join(directory, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await writeFile(join(directory, ".npmrc"), npmrc);
  await writeFile(join(directory, "readme.ts"), code);
  await writeFile(join(directory, "run.mjs"), RUN);
  await copyFile(at("packages/client/test/fixtures/consumer-code.ts"), join(directory, "consumer-code.ts"));

  const [command, ...args] = install;
  await runQuietly(command, [...args, "@grid-sdk/client", "@grid-sdk/mock", "@types/node@24"], { cwd: directory, env });
  const printed = await runQuietly(process.execPath, ["run.mjs"], { cwd: directory, env });
  if (!/^sign \S+ before \S/.test(printed)) throw new Error(`The README's code printed: ${printed}`);
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const strict = "--noEmit --strict --skipLibCheck false --target es2022 --module nodenext --types node".split(" ");
  await runQuietly(process.execPath, [tsc, ...strict, "consumer-code.ts", "readme.ts"], { cwd: directory, env });
}
