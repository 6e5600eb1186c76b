import { startGridMock } from "@grid-sdk/mock";
import { launchChromium } from "@grid-sdk/test-browser";

/** The README's picture: the challenge operation, as the mock shows it to a browser. */
export async function pictureReference(path: string, colorScheme: "light" | "dark"): Promise<void> {
  await using mock = await startGridMock({ clock: "example" });
  await using browser = await launchChromium("--disable-lcd-text");
  const viewport = { width: 1280, height: 680 };
  const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 2 });
  await page.goto(mock.url);
  // After this, nothing moves.
  await page.getByRole("heading", { name: "Revoke a session", exact: true }).waitFor();
  await page.locator('[data-placeholder="true"]').first().waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Re-issue the challenge of a credential" }).click();
  const section = page.getByRole("region", { name: "Re-issue the challenge of a credential", exact: true });
  // Playwright waits until the section does not move.
  await section.getByRole("button", { name: "Test Request" }).hover({ trial: true });
  await section.evaluate((element) => element.scrollIntoView());
  await page.mouse.move(0, 0);
  await page.screenshot({ path });
}
