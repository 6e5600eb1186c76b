import { findFreePort } from "../workspace/find-free-port.ts";
import { startProcess } from "../workspace/start-process.ts";
import { binOf, type Check, runProgram, type Workbench } from "./check.ts";
import { openDevicePage } from "./device-page.ts";
import { askInWorkerd } from "./workerd.ts";

/** The sessions that are left after a user's sign-ins: see `fixtures/latest/sign-in.mjs`. */
const LEFT = "SMS_OTP, SMS_OTP";

/**
 * A user signs in on latest: client and device in a run time, with the packed command `grid-emulator`. Node and Bun, which
 * run the emulator as well, are in `list-runtimes.ts`.
 */
export function listLatestSignIns(bench: Workbench): Check[] {
  const check = (name: string, signIn: (bench: Workbench) => Promise<unknown>): Check => ({
    kind: "run time",
    name: `${name}, a sign-in on latest`,
    run: () => withEmulator(bench, signIn),
  });
  return [
    check("Deno", runDeno("latest/program.mjs", LEFT)),
    check("Deno with the emulator in the process", runDeno("latest-flow.mjs", "challenged and verified")),
    check("workerd", (here) => askInWorkerd(here, "latest/worker.mjs", LEFT)),
    check("Chromium with a virtual authenticator", signInByPage),
  ];
}

function runDeno(file: string, expected: string) {
  const args = ["run", "--allow-net", "--allow-env", "--allow-read", file];
  return (bench: Workbench) => runProgram(bench, binOf(bench, "deno"), args, expected);
}

async function withEmulator(bench: Workbench, signIn: (bench: Workbench) => Promise<unknown>): Promise<void> {
  const port = await findFreePort();
  const command = binOf(bench, "grid-emulator");
  const args = ["--line", "latest", "--control", "--port", String(port)];
  await using emulator = startProcess(command, args, bench.directory);
  await emulator.untilPrinted("Ctrl+C");
  await signIn({ ...bench, mockUrl: `http://127.0.0.1:${port}` });
}

async function signInByPage(bench: Workbench): Promise<void> {
  const url = bench.mockUrl;
  const ask = async (name: string) => (await fetch(`${url}/__grid/${name}`)).json();
  await using device = await openDevicePage(bench, "latest/page.mjs");
  await device.page.exposeFunction("readMessages", () => ask("outbox"));
  const { accounts } = await ask("accounts");
  const emulator = { url, account: accounts[0], ...(await ask("otp-signer")) };
  const left = await device.call<string>("signIn", emulator);
  if (left !== `${LEFT}, PASSKEY`) throw new Error(`expected "${LEFT}, PASSKEY", got ${left}`);
}
