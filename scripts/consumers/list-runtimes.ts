import { challengeInBrowser } from "./browser.ts";
import { binOf, type Check, nodeOf, runProgram, type Workbench } from "./check.ts";
import { askInWorkerd } from "./workerd.ts";

const NODES = ["20", "22", "24", "26"];

/** Each makes one challenge call, reads the narrowed response, and recognises one `GridApiError`. */
export function listRuntimes(bench: Workbench): Check[] {
  const bin = (name: string) => binOf(bench, name);
  const node = (version: string) => nodeOf(bench, version);
  const run = (name: string, command: string, ...args: string[]): Check => ({
    kind: "run time",
    name,
    run: () => runProgram(bench, command, args, "challenged"),
  });
  return [
    ...NODES.map((version) => run(`Node ${version}, ESM`, node(version), "challenge.mjs")),
    ...NODES.map((version) => run(`Node ${version}, CommonJS`, node(version), "challenge.cjs")),
    ...NODES.map((version) => run(`Node ${version}, both formats in one process`, node(version), "both-formats.mjs")),
    ...NODES.map((version) => run(`Node ${version}, the mock in the process`, node(version), "own-mock.mjs")),
    ...NODES.map((version) => run(`Node ${version}, the line latest, ESM`, node(version), "latest.mjs")),
    ...NODES.map((version) => run(`Node ${version}, the line latest, CommonJS`, node(version), "latest.cjs")),
    ...NODES.map((version) => run(`Node ${version}, a flow with the emulator`, node(version), "emulator-flow.mjs")),
    run("Node 20, a flow with the emulator, CommonJS", node("20"), "emulator-flow.cjs"),
    ...NODES.map((version) => run(`Node ${version}, a sign-in on latest`, node(version), "latest-flow.mjs")),
    run("Node 20, a sign-in on latest, CommonJS", node("20"), "latest-flow.cjs"),
    run("Bun, a flow with the emulator", bin("bun"), "emulator-flow.mjs"),
    run("Bun, a sign-in on latest", bin("bun"), "latest-flow.mjs"),
    run("Bun", bin("bun"), "challenge.mjs"),
    run("Bun, the line latest", bin("bun"), "latest.mjs"),
    run("Deno", bin("deno"), "run", "--allow-net", "--allow-env", "--allow-read", "challenge.mjs"),
    { kind: "run time", name: "workerd", run: () => askInWorkerd(bench, "worker.mjs", "challenged") },
    ...["esbuild", "vite"].map((bundler): Check => ({
      kind: "run time",
      name: `Chromium, bundled by ${bundler}: the guard and a call without it`,
      run: () => challengeInBrowser(bench, bundler),
    })),
  ];
}
