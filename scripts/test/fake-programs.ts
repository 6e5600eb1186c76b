import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Programs that come before the real ones on the PATH and record their calls. */
export interface FakePrograms extends Disposable {
  /** The environment in which they are found first. */
  readonly env: NodeJS.ProcessEnv;
  /** Returns and clears the calls, for example `npm view left-pad`. */
  takeCalls(): string[];
}

/** Makes fake programs. `respond` is JavaScript with the arguments in `args`: it prints and sets the exit code. */
export function makeFakePrograms(names: readonly string[], respond = ""): FakePrograms {
  const folder = mkdtempSync(join(tmpdir(), "grid-sdk-fakes-"));
  const record = join(folder, "calls");
  for (const name of names) {
    const program = `import { appendFileSync } from "node:fs";
const args = process.argv.slice(2).join(" ");
appendFileSync(${JSON.stringify(record)}, ${JSON.stringify(name)} + " " + args + "\\n");
${respond}`;
    writeFileSync(join(folder, `${name}.mjs`), program);
    writeFileSync(join(folder, name), `#!/bin/sh\nexec "${process.execPath}" "${join(folder, name)}.mjs" "$@"\n`);
    writeFileSync(join(folder, `${name}.cmd`), `@"${process.execPath}" "%~dp0${name}.mjs" %*\r\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return {
    env: { ...process.env, PATH: [folder, process.env["PATH"]].join(delimiter) },
    takeCalls() {
      const calls = existsSync(record) ? readFileSync(record, "utf8").trim().split("\n") : [];
      rmSync(record, { force: true });
      return calls;
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
