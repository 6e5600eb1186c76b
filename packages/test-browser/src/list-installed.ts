import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Candidate } from "./candidate.ts";

/** What the commands of Chromium, Chrome and Edge are called. */
const COMMANDS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

/** The browsers to try: those on the PATH, then those that Playwright looks for where their installers put them. */
export function listInstalled(path = process.env["PATH"] ?? "", { platform } = process): Candidate[] {
  const folders = path.split(delimiter).filter(Boolean);
  const suffix = platform === "win32" ? ".exe" : "";
  const commands = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`)));
  return [
    ...commands
      .filter((command) => existsSync(command))
      .map((executablePath) => ({ name: executablePath, options: { executablePath } })),
    { name: "Chrome", options: { channel: "chrome" } },
    { name: "Edge", options: { channel: "msedge" } },
  ];
}
