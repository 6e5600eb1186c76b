import { startGridMock } from "@grid-sdk/mock";
import { launchChromium } from "@grid-sdk/test-browser";

/** The README's picture: the challenge operation, as the mock shows it to a browser. */
export async function pictureReference(path: string): Promise<void> {
  await using mock = await startGridMock({ clock: "example" });
  await using browser = await launchChromium("--disable-lcd-text");
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(mock.url);
  await page.getByRole("link", { name: "Re-issue the challenge of a credential" }).click();
  const section = page.getByRole("region", { name: "Re-issue the challenge of a credential", exact: true });
  await section.getByRole("button", { name: "Test Request" }).waitFor();
  await section.getByText("RATE_LIMITED", { exact: true }).first().waitFor();
  // The call, and what it gets: small enough for a README.
  await page.screenshot({ path, clip: { x: 802, y: 166, width: 424, height: 552 } });
}
