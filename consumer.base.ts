import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const TSC = fileURLToPath(new URL("node_modules/typescript-7/bin/tsc", import.meta.url));

// What a careful consumer compiles with: strictly, and the declarations of all dependencies checked too.
const OPTIONS =
  "--ignoreConfig --noEmit --pretty false --listFiles --strict --exactOptionalPropertyTypes --skipLibCheck false --target es2022 --module nodenext";

/** Where the code is to run. Default: a platform with the DOM library, and no `@types`. */
export interface ConsumerPlatform {
  readonly types?: readonly string[];
  readonly lib?: readonly string[];
}

/** What the compiler says of a consumer's files, and every file that it read for them. */
export function compileAsConsumer(
  files: readonly string[],
  { types = [], lib }: ConsumerPlatform = {},
): { messages: string[]; files: string[] } {
  const platform = ["--types", types.join(), ...(lib ? ["--lib", lib.join()] : [])];
  const { stdout, stderr } = spawnSync(process.execPath, [TSC, ...OPTIONS.split(" "), ...platform, ...files], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = `${stdout}${stderr}`.split("\n").filter(Boolean);
  return { messages: lines.filter((line) => !isFile(line)), files: lines.filter(isFile) };
}

function isFile(line: string): boolean {
  return /^(?:\/|[A-Z]:).*\.[cm]?tsx?$/.test(line);
}
