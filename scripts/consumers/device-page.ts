import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { runProgram, type Workbench } from "./check.ts";

/** A page of `http://localhost` with the packed device package, and a virtual authenticator that holds passkeys. */
export interface DevicePage extends AsyncDisposable {
  readonly page: Page;
  readonly origin: string;
  /** Calls a function of the page (`fixtures/device/page.mjs`) with arguments that are JSON. */
  call<Result>(name: string, ...args: unknown[]): Promise<Result>;
  /** Whether the authenticator recognises its user, as by a fingerprint. */
  setUserVerified(isUserVerified: boolean): Promise<void>;
  /** Whether a user is there to touch it; without one a ceremony waits. */
  setUserPresent(isUserPresent: boolean): Promise<void>;
}

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A host that is neither https nor of this machine: no secure context.
  "--host-resolver-rules=MAP insecure.example 127.0.0.1",
];
const AUTHENTICATOR = {
  protocol: "ctap2",
  ctap2Version: "ctap2_1",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

export async function openDevicePage(bench: Workbench): Promise<DevicePage> {
  const executablePath = findChromium();
  await using stack = new AsyncDisposableStack();
  const script = await bundlePage(bench);
  const server = createServer((_, response) => {
    const page = `<!doctype html><link rel="icon" href="data:,"><script type="module">${script}</script>`;
    response.setHeader("content-type", "text/html").end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stack.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  stack.defer(() => browser.close());
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const authenticatorId = await addAuthenticator(session);
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  await page.goto(origin);
  const owned = stack.move();
  return {
    page,
    origin,
    call: (name, ...args) =>
      page.evaluate(([called, given]) => Reflect.get(Reflect.get(globalThis, "page"), called)(...given), [
        name,
        args,
      ] as const),
    async setUserVerified(isUserVerified) {
      await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    async setUserPresent(enabled) {
      await session.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function addAuthenticator(session: CDPSession): Promise<string> {
  await session.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options: AUTHENTICATOR });
  return authenticatorId;
}

async function bundlePage(bench: Workbench): Promise<string> {
  const esbuild = join(bench.directory, "node_modules", ".bin", "esbuild");
  const args = ["device/page.mjs", "--bundle", "--format=esm", "--outfile=device/page.js", "--log-level=error"];
  await runProgram(bench, esbuild, args);
  return readFile(join(bench.directory, "device/page.js"), "utf8");
}

/** Debian's, or any on the PATH: playwright-core brings none. */
function findChromium(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.map((folder) => join(folder, "chromium")).find((path) => existsSync(path));
  if (found === undefined)
    throw new Error("chromium is not installed, or not on the PATH: `apt-get install chromium`, for example");
  return found;
}
