import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Headless, and quiet in the network: the `chromium` of the PATH, else an installed Chrome. Throws if there is neither. */
export async function launchChromium(...flags: string[]): Promise<Browser> {
  const executablePath = findOnPath("chromium");
  const args = [...FLAGS, ...flags];
  if (executablePath !== undefined) return chromium.launch({ executablePath, args });
  return chromium.launch({ channel: "chrome", args }).catch((cause: unknown) => {
    const hint = "`apt-get install chromium`, for example";
    throw new Error(`chromium is not installed, or not on the PATH: ${hint}`, { cause });
  });
}

function findOnPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
