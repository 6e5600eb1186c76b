import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { addPasskeyDevice, launchChromium, type PasskeyDevice } from "@grid-sdk/test-browser";
import type { Page } from "playwright-core";
import { bundleScript, type Workbench } from "./check.ts";

/** A page of `http://localhost` with packed packages, and a virtual authenticator that holds passkeys. */
export interface DevicePage extends AsyncDisposable, PasskeyDevice {
  readonly page: Page;
  readonly origin: string;
  /** Calls a function of the page with arguments that are JSON. */
  call<Result>(name: string, ...args: unknown[]): Promise<Result>;
}

// A host that is neither https nor this machine: not a secure context.
const INSECURE_HOST = "--host-resolver-rules=MAP insecure.example 127.0.0.1";

/** Bundles a script of the fixtures and opens a page with it. */
export async function openDevicePage(bench: Workbench, script = "device/page.mjs"): Promise<DevicePage> {
  const bundled = script.replace(/mjs$/, "js");
  await bundleScript(bench, script, bundled);
  return openPage(bench, bundled);
}

/** Opens a page with a bundled script, which has its functions in `globalThis.page`. */
export async function openPage(bench: Workbench, bundled: string): Promise<DevicePage> {
  const script = await readFile(join(bench.directory, bundled), "utf8");
  await using stack = new AsyncDisposableStack();
  const browser = await launchChromium(INSECURE_HOST);
  stack.defer(() => browser.close());
  const server = createServer((_, response) => {
    const page = `<!doctype html><link rel="icon" href="data:,"><script type="module">${script}</script>`;
    response.setHeader("content-type", "text/html").end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stack.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  const page = await browser.newPage();
  const device = await addPasskeyDevice(page);
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
    ...device,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
