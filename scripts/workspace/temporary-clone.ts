import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles } from "./list-files.ts";
import { ROOT } from "./root.ts";

const root = fileURLToPath(ROOT);

type Outcome = Pick<SpawnSyncReturns<string>, "status" | "stdout" | "stderr">;

/** A copy of the working tree, under version control, whose packages depend on each other and not on ours. */
export interface TemporaryClone {
  readonly path: string;
  node(script: string, ...args: string[]): Outcome;
  /** Runs a script of a folder, by its path from there, in that folder. */
  run(script: string, folder: string): Outcome;
  git(...args: string[]): Outcome;
  read(path: string): string;
  /** Goes back to the first commit. Files that git ignores stay. */
  rewind(): void;
  remove(): void;
}

/** Makes a temporary clone with one commit. */
export function makeTemporaryClone(): TemporaryClone {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "grid-sdk-clone-")));
  for (const file of listFiles()) cpSync(join(root, file), join(path, file));
  for (const directory of [".", "scripts", ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`)]) {
    linkModules(directory, path);
  }
  const clone: TemporaryClone = {
    path,
    node: (script, ...args) => run(process.execPath, [join(path, script), ...args], path),
    run: (script, folder) => run(process.execPath, [script], join(path, folder)),
    git: (...args) => run("git", args, path),
    read: (file) => readFileSync(join(path, file), "utf8"),
    rewind: () => {
      clone.git("checkout", "--force", "--quiet", "-B", "main", first);
      clone.git("clean", "--force", "-d", "--quiet");
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  clone.git("init", "--quiet", "--initial-branch=main");
  clone.git("config", "user.name", "grid-sdk");
  clone.git("config", "user.email", "grid-sdk@example.invalid");
  clone.git("add", "--all");
  clone.git("commit", "--quiet", "--message", "Start");
  const first = clone.git("rev-parse", "HEAD").stdout.trim();
  return clone;
}

function run(command: string, args: readonly string[], cwd: string): Outcome {
  // No git setting of this machine applies.
  const env = { ...process.env, GIT_CONFIG_GLOBAL: join(root, ".no-such-file"), GIT_CONFIG_NOSYSTEM: "1" };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env });
  return { status, stdout, stderr };
}

/** Links every installed package; those of the repository itself to the clone's. */
function linkModules(directory: string, clone: string): void {
  const modules = join(root, directory, "node_modules");
  if (!existsSync(modules)) return;
  const names = readdirSync(modules).filter((name) => !name.startsWith("."));
  const packages = names.flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  for (const name of packages) {
    const target = realpathSync(join(modules, name));
    const isOurs = name.startsWith("@grid-sdk/");
    const link = join(clone, directory, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(isOurs ? join(clone, "packages", name.slice("@grid-sdk/".length)) : target, link, "junction");
  }
}
