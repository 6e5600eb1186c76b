import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binOf, type Check, NPM, runProgram, tarballOf, type Workbench } from "./check.ts";

/** What a package manager says when there is something to decide, to fear or to put up with. */
const COMPLAINT = /approve|ignored build|install script|deprecated|vulnerab|\bERR|\bWARN/i;
/** What is installed for tests: its command, what starts it, and how many packages come with it at the most. */
const SERVERS = {
  // core, ajv, ajv-formats and yaml, and what those need.
  mock: { command: "grid-mock", start: "startGridMock", most: 9 },
  // The same, and what verifies passkeys (24), tokens (1), seals keys (3) and knows public suffixes (2).
  emulator: { command: "grid-emulator", start: "startGridEmulator", most: 42 },
} as const;
type Server = keyof typeof SERVERS;
const INSTALL_HOOKS = ["preinstall", "install", "postinstall"];

/** Adds a packed server to an empty project: the install prints nothing, and adds few packages, without install scripts. */
export function listInstalls(bench: Workbench): Check[] {
  const byNpm = ["npm install --save-dev", NPM, "install", "--save-dev", "--no-audit", "--no-fund"] as const;
  const yarn = binOf(bench, "yarn");
  return [
    install(bench, "mock", ...byNpm),
    install(bench, "mock", "pnpm add --save-dev", binOf(bench, "pnpm"), "add", "--save-dev"),
    install(bench, "mock", "yarn add --dev", yarn, "add", "--dev", "--no-progress", "--non-interactive"),
    install(bench, "emulator", ...byNpm),
  ];
}

function install(bench: Workbench, server: Server, name: string, command: string, ...args: string[]): Check {
  const run = async () => {
    // Not within the workbench, whose packages it would find.
    const directory = await mkdtemp(join(tmpdir(), "grid-sdk-empty-"));
    try {
      await installInto(directory);
    } finally {
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  const installInto = async (directory: string) => {
    const project = { directory, mockUrl: bench.mockUrl };
    const core = await tarballOf(bench, "core");
    // Not published yet: what it asks for is the packed core.
    const packed = { resolutions: { "@grid-sdk/core": core }, overrides: { "@grid-sdk/core": core } };
    const manifest = { private: true, license: "MIT", name: "empty", version: "1.0.0", ...packed };
    await writeFile(join(directory, "package.json"), JSON.stringify(manifest));
    await writeFile(join(directory, "pnpm-workspace.yaml"), `overrides:\n  "@grid-sdk/core": "${core}"\n`);
    const output = await runProgram(project, command, [...args, await tarballOf(bench, server)]);
    const complaints = output.split("\n").filter((line) => COMPLAINT.test(line));
    if (complaints.length > 0) throw new Error(`it printed:\n${complaints.join("\n")}`);
    const own = SERVERS[server];
    await checkPackages(directory, own.most);
    await runProgram(project, binOf(project, own.command), ["--help"], `${own.command}: `);
    // The page that says how to get the reference, which is not installed.
    const code = `import("@grid-sdk/${server}").then(async ({ ${own.start} }) => {
      const server = await ${own.start}();
      console.log(await (await fetch(server.url, { headers: { accept: "text/html" } })).text());
      await server.close();
    })`;
    await runProgram(project, "node", ["--eval", code], "npm install --save-dev @grid-sdk/reference");
  };
  return { kind: "install", name: `${server}: ${name}`, run };
}

async function checkPackages(directory: string, most: number): Promise<void> {
  const files = await readdir(join(directory, "node_modules"), { recursive: true });
  const manifests = files.filter((file) =>
    /(^|[\\/])node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+[\\/]package\.json$/.test(`node_modules/${file}`),
  );
  const packages = new Map<string, string[]>();
  for (const file of manifests) {
    const { name, version, scripts = {} } = JSON.parse(await readFile(join(directory, "node_modules", file), "utf8"));
    packages.set(
      `${name}@${version}`,
      INSTALL_HOOKS.filter((hook) => hook in scripts),
    );
  }
  const names = [...packages.keys()];
  if (names.length > most) throw new Error(`${names.length} packages are installed: ${names.join(", ")}`);
  const withScripts = [...packages].filter(([, hooks]) => hooks.length > 0).map(([name]) => name);
  if (withScripts.length > 0) throw new Error(`packages with scripts to run: ${withScripts.join(", ")}`);
}
