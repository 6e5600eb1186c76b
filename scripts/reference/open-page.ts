import { PATIENCE_MS } from "../../vitest.base.ts";
import type { Browser, Page } from "playwright-core";

export interface OpenedPage {
  readonly page: Page;
  /** Its network requests: method and path. */
  readonly asked: readonly string[];
  /** Errors of its scripts and of the browser. */
  readonly complaints: readonly string[];
}

/** Opens a reference page, and records its network requests and errors. */
export async function openPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser["newPage"]>[0] = {},
): Promise<OpenedPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(PATIENCE_MS);
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (/^https?:/.test(request.url())) asked.push(`${request.method()} ${request.url().replace(url, "/")}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return { page, asked, complaints };
}
