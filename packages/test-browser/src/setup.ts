import { launchChromium } from "./launch-chromium.ts";

/** For vitest's `globalSetup`: finds or fetches the browser before the first test, where no time limit of a test applies. */
export async function setup(): Promise<void> {
  await (await launchChromium()).close();
}
