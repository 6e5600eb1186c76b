import { addPasskeyDevice, launchChromium } from "@grid-sdk/test-browser";
import { startDemo } from "../../examples/passkey-login/server/start.ts";

interface Picture {
  /** The line of the API. */
  readonly line: string;
  readonly colorScheme: "light" | "dark";
  readonly path: string;
}

/** The whole page, at twice its size: a signed-in user who has just added a passkey, and the steps of that. */
export async function pictureDemo({ line, colorScheme, path }: Picture): Promise<void> {
  await using demo = await startDemo(0, line);
  await using browser = await launchChromium("--disable-lcd-text");
  const page = await browser.newPage({ viewport: { width: 1120, height: 720 }, deviceScaleFactor: 2, colorScheme });
  await addPasskeyDevice(page);
  await page.goto(demo.url);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const expectStatus = (text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
  await press("Mail me a code");
  await expectStatus("A code is on its way.");
  await page.getByLabel("Your code").fill(demo.emulator?.outbox.at(-1)?.code ?? "");
  await press("Sign in");
  await expectStatus("Signed in.");
  await press("Add a passkey");
  await expectStatus("The passkey is registered.");
  // The mouse is on no button.
  await page.mouse.move(0, 0);
  await page.screenshot({ path, fullPage: true });
}
