import { fileURLToPath } from "node:url";
import { startGridMock } from "@grid-sdk/mock";
import { launchChromium } from "@grid-sdk/test-browser";

/** The README's picture: the challenge operation, on the mock. */
const file = fileURLToPath(new URL("../../docs/images/reference.png", import.meta.url));

await using mock = await startGridMock({ clock: "example" });
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1240, height: 560 } });
  await page.goto(mock.url);
  await page.getByText("Re-issue the challenge of a credential").first().click();
  await page.getByText("Auth Required").first().waitFor();
  await page.getByText("RATE_LIMITED").first().waitFor();
  await page.screenshot({ path: file });
} finally {
  await browser.close();
}
