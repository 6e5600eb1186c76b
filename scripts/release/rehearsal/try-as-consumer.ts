import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../../workspace/root.ts";
import { runQuietly } from "../../workspace/run-quietly.ts";

const at = (path: string) => fileURLToPath(new URL(path, ROOT));

// Runs both blocks of code of the README: the first call, and the route that starts a sign-in.
const RUN = `import { startGridMock } from "@grid-sdk/mock";

const mock = await startGridMock();
Object.assign(process.env, { GRID_CLIENT_ID: "id", GRID_CLIENT_SECRET: "secret", GRID_BASE_URL: mock.url });
mock.reply("challengeAuthCredential", { example: "passkey", times: 2 });
await import("./readme-1.ts");
const { startSignIn } = await import("./readme-2.ts");
console.log(await (await startSignIn("AuthMethod:1")).text());
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
  const blocks = [...(await readFile(at("README.md"), "utf8")).matchAll(/```ts\n([\s\S]*?)```/g)];
  const modules = blocks.map((_, index) => `readme-${index + 1}.ts`);
  await writeFile(join(directory, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await writeFile(join(directory, ".npmrc"), npmrc);
  await Promise.all(modules.map((name, index) => writeFile(join(directory, name), blocks[index]?.[1] ?? "")));
  await writeFile(join(directory, "run.mjs"), RUN);
  await copyFile(at("packages/client/test/fixtures/consumer-code.ts"), join(directory, "consumer-code.ts"));

  const [command, ...args] = install;
  await runQuietly(command, [...args, "@grid-sdk/client", "@grid-sdk/mock", "@types/node@24"], { cwd: directory, env });
  const printed = await runQuietly(process.execPath, ["run.mjs"], { cwd: directory, env });
  if (!/^(\S{16,})\n\{"type":"PASSKEY","challenge":"\1","requestId":"/.test(printed)) {
    throw new Error(`The README's code printed: ${printed}`);
  }
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const strict = "--noEmit --strict --skipLibCheck false --target es2022 --module nodenext --types node".split(" ");
  await runQuietly(process.execPath, [tsc, ...strict, "consumer-code.ts", ...modules], { cwd: directory, env });
}
