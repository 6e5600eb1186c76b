import fragment from "@grid-sdk/core/openapi.json" with { type: "json" };
import { startGridMock } from "@grid-sdk/mock";
import { launchChromium } from "@grid-sdk/test-browser";

/** The titles of the sections, in the order of the page. */
const titles = Object.values(fragment.paths).flatMap((path) =>
  Object.values(path).map(({ summary }: { readonly summary: string }) => summary),
);
const lastTitle = titles.at(-1) ?? "";
const challenge = fragment.paths["/auth/credentials/{id}/challenge"].post.summary;

/** The README's picture: the challenge operation, as the mock shows it to a browser. */
export async function pictureReference(path: string, colorScheme: "light" | "dark"): Promise<void> {
  await using mock = await startGridMock({ clock: "example" });
  await using browser = await launchChromium("--disable-lcd-text");
  const viewport = { width: 1280, height: 680 };
  const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 2 });
  await page.goto(mock.url);
  // After this, nothing moves.
  await page.getByRole("heading", { name: lastTitle, exact: true }).waitFor();
  await page.locator('[data-placeholder="true"]').first().waitFor({ state: "detached" });
  await page.getByRole("link", { name: challenge }).click();
  const section = page.getByRole("region", { name: challenge, exact: true });
  // Playwright waits until the section does not move.
  await section.getByRole("button", { name: "Test Request" }).hover({ trial: true });
  await section.evaluate((element) => element.scrollIntoView());
  await page.mouse.move(0, 0);
  await page.screenshot({ path });
}
