import { binOf, type Check, nodeOf, runProgram, type Workbench } from "./check.ts";
import { checkByJest } from "./check-by-jest.ts";
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
  const bin = (name: string) => binOf(bench, name);
  const run = (name: string, command: string, ...args: string[]) =>
    check(name, () => runProgram(bench, command, args, "vectors passed"));
  // Jest has its own module system, which requires ESM only with this flag.
  const withModules = { node: ["--experimental-vm-modules"] };
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
    checkByJest(bench, "device/passkey: Jest 30, CommonJS", "passkey.jest.cjs"),
    checkByJest(bench, "device: Jest 30, CommonJS", "keys.jest.cjs", withModules),
    checkByJest(bench, "device: Jest 30, jsdom", "keys.jest-jsdom.cjs", withModules),
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
