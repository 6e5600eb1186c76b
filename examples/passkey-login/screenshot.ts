import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { addPasskeyDevice, launchChromium } from "@grid-sdk/test-browser";
import { startDemo } from "./server/start.ts";

/** The README's picture: signed in, with a passkey, and what was said for it. */
const file = fileURLToPath(new URL("../../docs/images/passkey-login.png", import.meta.url));

const demo = await startDemo();
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
  await addPasskeyDevice(page);
  await page.goto(demo.url);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const expectStatus = (text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
  await press("Send me a code");
  await expectStatus("A code is on its way.");
  await page.getByLabel("Code from the mail").fill(demo.emulator?.outbox.at(-1)?.code ?? "");
  await press("Sign in");
  await expectStatus("Signed in.");
  await press("Add a passkey");
  await expectStatus("The passkey is registered.");
  await mkdir(new URL(".", `file://${file}`), { recursive: true });
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await demo.close();
  await demo.emulator?.close();
}
