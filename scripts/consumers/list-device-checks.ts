import { join } from "node:path";
import { type Check, nodeOf, PATIENCE_MS, runProgram, type Workbench } from "./check.ts";
import { openDevicePage } from "./device-page.ts";
import { checkHermes } from "./hermes.ts";
import { PASSKEY_CHECKS } from "./passkey-checks.ts";
import { askInWorkerd } from "./workerd.ts";

// The first is the oldest that can require a module that is ESM, as three dependencies are.
const NODES = ["20.19", "20", "22", "24", "26"];

const check = (name: string, run: () => Promise<unknown>): Check => ({
  kind: "run time",
  name: `device: ${name}`,
  run,
});

/** The device package with its test vectors in every run time, and with passkeys in a browser. */
export function listDeviceChecks(bench: Workbench): Check[] {
  const bin = (name: string) => join(bench.directory, "node_modules", ".bin", name);
  const run = (name: string, command: string, ...args: string[]) =>
    check(name, () => runProgram(bench, command, args, "vectors passed"));
  const jest = (name: string, fixture: string, ...flags: string[]): Check => {
    const args = [
      ...flags,
      join("node_modules", "jest", "bin", "jest.js"),
      "--rootDir=.",
      `--testMatch=**/${fixture}`,
      `--testTimeout=${PATIENCE_MS}`,
    ];
    return { kind: "test runner", name, run: () => runProgram(bench, nodeOf(bench, "24"), args, "1 passed") };
  };
  return [
    ...NODES.map((version) => run(`Node ${version}, ESM`, nodeOf(bench, version), "device/vectors-esm.mjs")),
    ...NODES.map((version) => run(`Node ${version}, CommonJS`, nodeOf(bench, version), "device/vectors.cjs")),
    run("Bun", bin("bun"), "device/vectors-esm.mjs"),
    run("Bun, CommonJS", bin("bun"), "device/vectors.cjs"),
    run("Deno", bin("deno"), "run", "--allow-read", "device/vectors-esm.mjs"),
    check("workerd", () => askInWorkerd(bench, "device/worker.mjs", "vectors passed")),
    ...Object.entries(PASSKEY_CHECKS).map(([name, act]) =>
      check(`Chromium, ${name}`, async () => {
        await using device = await openDevicePage(bench);
        await act(device);
      }),
    ),
    jest("device/passkey: Jest 30, CommonJS", "passkey.jest.cjs"),
    // Jest has its own module system, which requires ESM only with this flag.
    jest("device: Jest 30, CommonJS", "keys.jest.cjs", "--experimental-vm-modules"),
    jest("device: Jest 30, jsdom", "keys.jest-jsdom.cjs", "--experimental-vm-modules"),
    {
      kind: "bundler",
      name: "device: Metro without package exports",
      run: async () => {
        await runProgram(bench, nodeOf(bench, "24"), ["device/bundle-metro.mjs"]);
        await runProgram(bench, nodeOf(bench, "24"), ["bundled-by-metro.cjs"], "bundled by Metro");
      },
    },
    checkHermes(bench),
  ];
}
