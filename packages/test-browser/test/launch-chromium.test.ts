import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { explainNoBrowser } from "../src/explain-no-browser.ts";
import { isOnNpm } from "../src/fetch-from-npm.ts";
import { launchChromium } from "../src/index.ts";
import { listInstalled } from "../src/list-installed.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "grid-sdk-browser-"));
  return async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  };
});

async function addCommand(name: string, program = "#!/bin/sh\nexit 1\n"): Promise<string> {
  const path = join(folder, process.platform === "win32" ? `${name}.exe` : name);
  await writeFile(path, program);
  await chmod(path, 0o755);
  return path;
}

test.each(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"])(
  "tries an installed %s first",
  async (name) => {
    const executablePath = await addCommand(name);
    expect(listInstalled(["", folder].join(delimiter))[0]).toEqual({
      name: executablePath,
      options: { executablePath },
    });
  },
);

test("looks for Chrome and Edge where their installers put them", () => {
  expect(listInstalled("").map(({ options }) => options)).toEqual([{ channel: "chrome" }, { channel: "msedge" }]);
});

test("passes over commands that start no browser, such as the snap's, one after the other", async () => {
  const tried = join(folder, "tried");
  await addCommand("chromium-browser", `#!/bin/sh\necho snap >> "${tried}"\nexit 1\n`);
  await addCommand("microsoft-edge", `#!/bin/sh\necho edge >> "${tried}"\nexit 1\n`);
  const installed = listInstalled().filter(({ options }) => options.executablePath !== undefined);
  vi.stubEnv("PATH", [folder, process.env["PATH"]].join(delimiter));
  await using browser = await launchChromium();
  expect(browser.version()).toMatch(/^\d+\./);
  // An installed browser can come first.
  if (installed.length === 0) expect(await readFile(tried, "utf8")).toBe("snap\nedge\n");
});

test("fetches from npm what npm has: Linux x64", () => {
  expect(isOnNpm({ platform: "linux", arch: "x64" })).toBe(true);
  expect(isOnNpm({ platform: "linux", arch: "arm64" })).toBe(false);
  expect(isOnNpm({ platform: "darwin", arch: "x64" })).toBe(false);
});

test("says what to install where no browser starts, and why each one that was tried did not", () => {
  const failure = { name: "/usr/bin/chromium", error: new Error("exit code 1\n\n1\n2\n3\n4") };
  expect(explainNoBrowser([failure], { ...process, platform: "linux", arch: "arm64" })).toBe(
    `Some tests need a browser, but no browser starts on this machine.
Install Chrome or Edge, or put the command \`chromium\` on the PATH. Then run the tests again.
Without one, the tests fetch a Chromium from npm on Linux x64. This machine is linux arm64.
Tried:
  /usr/bin/chromium: exit code 1
    1
    2
    3`,
  );
});
