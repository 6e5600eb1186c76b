import { spawnSync } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { findFreePort } from "../workspace/find-free-port.ts";
import { startProcess } from "../workspace/start-process.ts";
import { listBlocks, listPages, root } from "./list-pages.ts";

const page = listPages().find(({ path }) => path === "docs/testing.md") ?? expect.unreachable();
const [start = "", script = ""] = listBlocks(page, "sh");
const [program = ""] = listBlocks(page, "python");

/** The page's code for other clients, the tool that runs it, and what it prints. */
const CLIENTS = [
  {
    tool: "curl",
    command: "sh",
    args: ["-ec", script],
    prints: [...script.matchAll(/ # (.*)$/gm)].map(([, comment = ""]) => comment),
  },
  { tool: "python3", command: "python3", args: ["-c", program], prints: ["signed in"] },
];
const isInstalled = ({ tool }: { tool: string }) => spawnSync(tool, ["--version"]).status === 0;

/** Starts the emulator with the options of the page, on a port of its own. */
async function startEmulator(): Promise<string> {
  const [command, options = ""] = /^npx (\S+) (.*)$/m.exec(start)?.slice(1) ?? [];
  const port = String(await findFreePort());
  const bin = `packages/emulator/dist/${command}.js`;
  const emulator = startProcess(process.execPath, [bin, ...options.replace("4020", port).split(" ")], root);
  onTestFinished(() => emulator[Symbol.asyncDispose]());
  await emulator.untilPrinted("Ctrl+C");
  return port;
}

test("the page shows a shell's calls and a Python test", () => {
  expect(CLIENTS.map(({ args, prints }) => [args.join().length > 500, prints.length])).toEqual([
    [true, 4],
    [true, 1],
  ]);
});

test.each(CLIENTS.filter(isInstalled))(
  "the page's code for $tool works, and prints what the page says",
  async (client) => {
    const port = await startEmulator();
    const args = client.args.map((text) => text.replaceAll("4020", port));
    const { status, stdout, stderr } = spawnSync(client.command, args, { encoding: "utf8" });
    const printed = stdout
      .trim()
      .split("\n")
      .map((line) => line.trim());
    expect({ status, printed, stderr }).toEqual({ status: 0, printed: client.prints, stderr: "" });
  },
);
