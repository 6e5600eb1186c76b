import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { startGridEmulator } from "@grid-sdk/emulator";
import { startGridEmulator as startLatestEmulator } from "@grid-sdk/emulator/latest";
import { type GridMock, startGridMock } from "@grid-sdk/mock";
import { launchChromium } from "@grid-sdk/test-browser";
import type { Browser, Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { openPage } from "./open-page.ts";

const CHALLENGE = "Re-issue the challenge of a credential";

let browser: Browser;
let mock: GridMock;
/** The tests share one page: loading it takes longer than most tests. */
let opened: Awaited<ReturnType<typeof openPage>>;
beforeAll(async () => {
  [browser, mock] = await Promise.all([launchChromium(), startGridMock({ fragment: SPECIFICATION })]);
  opened = await openPage(browser, `${mock.url}/`);
  return () => Promise.all([browser.close(), mock.close()]);
});

/** Goes to the part of the page that shows the challenge operation. */
async function findChallenge(page: Page): Promise<Locator> {
  await page.getByText(CHALLENGE).first().click();
  const heading = page.getByRole("heading", { name: CHALLENGE, exact: true });
  const section = page.locator("section").filter({ has: heading }).last();
  await section.getByText("RATE_LIMITED", { exact: true }).first().waitFor();
  return section;
}

test("the reference fits the window, wide and narrow, light and dark", async () => {
  const { page, complaints } = opened;
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(() => page.evaluate(() => globalThis.document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width);
  }
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    const readShade = () =>
      page.evaluate(() => /\d+/.exec(getComputedStyle(globalThis.document.body).backgroundColor)?.[0]);
    await expect.poll(async () => Number(await readShade()) > 128).toBe(colorScheme === "light");
  }
  expect(complaints).toEqual([]);
});

describe("the reference of the challenge operation", () => {
  let section: Locator;
  beforeAll(async () => {
    section = await findChallenge(opened.page);
  });

  test("shows method, path, authorization, id, the bodies of 200 with their fields, and what each type means", async () => {
    const { page, asked, complaints } = opened;
    const text = (await section.innerText()).replaceAll(/\s+/g, " ");
    expect(text.replaceAll(/[\s\u200B]/g, "")).toContain("POST/auth/credentials/{id}/challenge");
    for (const shown of [
      "Auth Required",
      "id Type: string required",
      "The id of the credential.",
      ...["type", "id", "accountId", "nickname", "createdAt", "updatedAt"].map((name) => `Copy link to ${name}`),
      "EMAIL_OTP A one-time password, mailed to the user",
      "OAUTH A token of an OpenID Connect provider",
      "PASSKEY A passkey on the user's device",
      "Retry-After",
      "RATE_LIMITED",
      "Wait as many seconds as Retry-After says",
      "When it was created. Example: 2026-04-08T15:30:01Z",
      "EMAIL_OTP: mails a new one-time password",
      "OAUTH: the response is the plain credential",
      "PASSKEY: the response has a fresh challenge",
    ]) {
      expect(text).toContain(shown);
    }
    // After the successes, each with its response.
    expect(text.indexOf("RATE_LIMITED: Wait as many seconds")).toBeGreaterThan(
      text.indexOf("The challenge is issued."),
    );
    await section
      .getByRole("button", { name: /One of/ })
      .first()
      .click();
    await page
      .getByRole("option", { name: /PASSKEY/ })
      .first()
      .click();
    await section.getByText("The challenge that the authenticator signs, base64url. Works once.").waitFor();
    const passkey = (await section.innerText()).replaceAll(/\s+/g, " ");
    for (const name of ["challenge", "requestId", "expiresAt"]) expect(passkey).toContain(`${name} Type: string`);
    expect(asked).toEqual(["GET /"]);
    expect(complaints).toEqual([]);
  });

  test("shows the call with the client, with grid.http and with curl, and a switch between the types", async () => {
    const { page } = opened;
    const read = async () => (await section.innerText()).replaceAll(/\s+/g, " ");
    expect(await read()).toContain("grid.challengeAuthCredential(");
    const choose = async (of: string | RegExp, option: string) => {
      await section.getByRole("button", { name: of }).last().click();
      await page
        .getByRole("option", { name: option })
        .or(page.getByRole("menuitem", { name: option }))
        .first()
        .click();
    };
    await choose(/@grid-sdk\/client/, "curl");
    expect(await read()).toContain("curl --request POST");
    expect(await read()).toContain(`--url '${mock.url}/auth/credentials/`);
    expect(await read()).toContain('--basic --user "$GRID_CLIENT_ID:$GRID_CLIENT_SECRET"');
    expect(await read()).not.toContain('"challenge": "VjZ6o8KfE9V3q3LkR2nH5eZ6dM8yA1xW"');
    await choose(/EMAIL_OTP/, "PASSKEY");
    expect(await read()).toContain('"challenge": "VjZ6o8KfE9V3q3LkR2nH5eZ6dM8yA1xW"');
  });

  test("calls the server that it is served by", async () => {
    const { page, asked } = opened;
    mock.reset();
    await section.getByRole("button", { name: /Test Request/ }).click();
    await page.getByRole("button", { name: /^Send/ }).first().click();
    await expectStatus(200);
    // Of the mock, each documented response is a choice.
    await page.getByRole("button", { name: "default", exact: true }).click();
    await page.getByText("code=429, example=rateLimited", { exact: true }).last().click();
    await page.getByRole("button", { name: /^Send/ }).first().click();
    await expectStatus(200, 429);
    expect(asked.filter((line) => !line.includes(" /"))).toEqual([]);

    async function expectStatus(...statuses: number[]) {
      await expect
        .poll(() => mock.requests.map(({ operationId, status }) => [operationId, status]))
        .toEqual(statuses.map((status) => ["challengeAuthCredential", status]));
    }
  });
});

describe("the reference", () => {
  test("is served by the emulator too", async () => {
    await using emulator = await startGridEmulator();
    await using shipped = await startGridMock();
    const [own, ofMock] = await Promise.all(
      [emulator.url, shipped.url].map(async (url) => (await fetch(url, { headers: { accept: "text/html" } })).text()),
    );
    // Not the page itself, of which a failure would print all.
    expect([own, ofMock].map((html) => html?.includes("grid.challengeAuthCredential("))).toEqual([true, true]);
    // Only the mock responds as it says.
    expect([own, ofMock].map((html) => html?.includes("code=429, example=rateLimited"))).toEqual([false, true]);
  });

  test("sends the examples of optional parameters too: one of them is required, and only the text says so", async () => {
    const accounts = [{ id: "InternalAccount:019542f5-b3e7-1d02-0000-000000000002", email: "user@example.com" }];
    await using emulator = await startLatestEmulator({ seed: { accounts } });
    const { page } = await openPage(browser, `${emulator.url}/`);
    await page.getByText("List delegated keys").first().click();
    const heading = page.getByRole("heading", { name: "List delegated keys", exact: true });
    const section = page.locator("section").filter({ has: heading }).last();
    await section.getByRole("button", { name: /Test Request/ }).click();
    await page.getByRole("button", { name: /^Send/ }).first().click();
    await expect
      .poll(() => emulator.requests.map(({ operationId, status }) => [operationId, status]))
      .toEqual([["listDelegatedKeys", 200]]);
    expect(emulator.requests[0]?.query).toMatchObject({ accountId: accounts[0]?.id });
    await page.close();
  });

  test("leaves the API's calls as they are", async () => {
    for (const accept of ["*/*", "application/json", undefined]) {
      const headers = accept === undefined ? {} : { accept };
      expect((await fetch(mock.url, { headers })).headers.get("content-type")).toBe("application/json");
    }
    const authorization = `Basic ${btoa("a:b")}`;
    const call = await fetch(`${mock.url}/auth/sessions?accountId=a`, {
      headers: { accept: "text/html,*/*;q=0.8", authorization },
    });
    expect([call.status, call.headers.get("content-type")]).toEqual([200, "application/json"]);
  });
});
