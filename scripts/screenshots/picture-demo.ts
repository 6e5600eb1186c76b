import { addPasskeyDevice, launchChromium } from "@grid-sdk/test-browser";
import { startDemo } from "../../examples/passkey-login/server/start.ts";

/** The README's picture: a user who is signed in with a passkey, and the requests for it. */
export async function pictureDemo(path: string): Promise<void> {
  await using demo = await startDemo(0);
  await using browser = await launchChromium();
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
  await page.screenshot({ path });
}
