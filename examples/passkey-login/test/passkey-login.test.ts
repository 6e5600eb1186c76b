import { addPasskeyDevice, launchChromium, type PasskeyDevice } from "@grid-sdk/test-browser";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startDemo } from "../server/start.ts";

type Demo = Awaited<ReturnType<typeof startDemo>>;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

let demo: Demo;
let page: Page;
let device: PasskeyDevice;
const complaints: string[] = [];
beforeEach(async () => {
  demo = await startDemo();
  page = await (await browser.newContext()).newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // A refusal is one that the page tells its user.
    if (message.type() === "error" && !/status of 4|status of 502/.test(message.text()))
      complaints.push(message.text());
  });
  device = await addPasskeyDevice(page);
  await page.goto(demo.url);
});
afterEach(async () => {
  await page.context().close();
  await demo.close();
  await demo.emulator?.close();
  // Among them what the Content-Security-Policy refuses.
  if (complaints.length > 0) throw new Error(complaints.splice(0).join("\n"));
});

const press = (name: string, of = page) => of.getByRole("button", { name, exact: true }).click();
const expectStatus = (text: string | RegExp, of = page) => of.getByRole("status").filter({ hasText: text }).waitFor();
const emulator = () => demo.emulator ?? expect.unreachable();
const items = (name: string) => page.getByRole("list", { name }).getByRole("listitem").allInnerTexts();

async function signInByCode(): Promise<void> {
  await press("Send me a code");
  await expectStatus("A code is on its way.");
  await enterCode();
}

async function enterCode(): Promise<void> {
  await page.getByLabel("Code from the mail").fill(emulator().outbox.at(-1)?.code ?? "");
  await press("Sign in");
  await expectStatus("Signed in.");
}

async function addPasskey(): Promise<void> {
  await press("Add a passkey");
  await expectStatus("The passkey is registered.");
}

describe("a user", () => {
  test("signs in by code, adds a passkey, signs out and in with it, revokes the other session", async () => {
    await signInByCode();
    expect(await items("Mailbox")).toEqual([expect.stringContaining(emulator().outbox[0]?.code ?? "-")]);
    await addPasskey();
    expect(await items("Credentials")).toEqual([
      expect.stringContaining("ada@example.com (EMAIL_OTP)"),
      expect.stringContaining("Laptop (PASSKEY)"),
    ]);
    await press("Sign out");
    await expectStatus("Signed out.");
    expect(emulator().sessions(demo.account)).toEqual([]);

    await press("Sign in with a passkey");
    await expectStatus("Signed in.");
    expect(await page.getByText(/^Signed in by Laptop, until/).count()).toBe(1);
    expect(emulator().sessions(demo.account)).toMatchObject([{ type: "PASSKEY" }]);

    await page.getByRole("button", { name: "Revoke ada@example.com (EMAIL_OTP)" }).click();
    await expectStatus("Revoked: ada@example.com.");
    expect(emulator().credentials(demo.account)).toMatchObject([{ type: "PASSKEY" }]);
  });

  test("is told how long to wait for another code", async () => {
    await press("Send me a code");
    await expectStatus("A code is on its way.");
    await press("Send me a code");
    await expectStatus(/The next one can be sent in \d+ seconds/);
    expect(emulator().outbox).toHaveLength(1);
  });

  test("is told that a code is wrong, and that a session has ended", async () => {
    await page.getByLabel("Code from the mail").fill("1");
    await press("Sign in");
    await expectStatus("That was wrong, or too late.");
    await signInByCode();
    emulator().advance(15 * 60_000);
    await press("Add a passkey");
    await expectStatus("Your session has ended. Sign in again.");
    expect(await page.getByRole("button", { name: "Send me a code" }).isVisible()).toBe(true);
  });

  test("lets time pass until the session is over", async () => {
    await signInByCode();
    await press("Let 15 minutes pass");
    await expectStatus("15 minutes have passed.");
    expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(false);
  });

  test("cannot revoke a credential by its own session, nor the last one, and is told", async () => {
    await signInByCode();
    await page.getByRole("button", { name: /^Revoke ada@example.com \(/ }).click();
    await expectStatus("The last credential of an account cannot be revoked.");
    await addPasskey();
    await page.getByRole("button", { name: /^Revoke ada@example.com \(/ }).click();
    await expectStatus("This session cannot approve that.");
  });

  test("does all of it by keyboard", async () => {
    const focusOn = async (name: string) => {
      const target = page.getByRole("button", { name, exact: true });
      for (let pressed = 0; pressed < 20; pressed += 1) {
        if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${name} is not reached`);
    };
    await page.getByRole("button", { name: "Send me a code" }).waitFor();
    await focusOn("Send me a code");
    await page.keyboard.press("Enter");
    await expectStatus("A code is on its way.");
    await page.keyboard.press("Tab");
    await page.keyboard.type(emulator().outbox.at(-1)?.code ?? "");
    await page.keyboard.press("Enter");
    await expectStatus("Signed in.");
    await focusOn("Add a passkey");
    await page.keyboard.press("Space");
    await expectStatus("The passkey is registered.");
  });
});

describe("what goes wrong on the way", () => {
  test("a passkey that the user does not go through with changes nothing, and can be tried again", async () => {
    await signInByCode();
    await device.setUserVerified(false);
    await press("Add a passkey");
    await expectStatus("That was not completed.");
    expect(emulator().credentials(demo.account)).toHaveLength(1);
    await device.setUserVerified(true);
    await addPasskey();
    await press("Sign out");
    await expectStatus("Signed out.");
    await device.setUserVerified(false);
    await press("Sign in with a passkey");
    await expectStatus("That was not completed.");
    await device.setUserVerified(true);
    await press("Sign in with a passkey");
    await expectStatus("Signed in.");
  });

  test("a page that is loaded again goes on: with the code that was sent, and with the session's key", async () => {
    await press("Send me a code");
    await expectStatus("A code is on its way.");
    await page.reload();
    await enterCode();
    await page.reload();
    await addPasskey();
  });

  test("a second tab is the same session, and is told when the first has ended it", async () => {
    await signInByCode();
    const second = await page.context().newPage();
    await second.goto(demo.url);
    await second.getByRole("button", { name: "Sign out" }).waitFor();
    await press("Sign out");
    await expectStatus("Signed out.");
    await second.getByRole("button", { name: "Add a passkey" }).click();
    await expectStatus("Your session has ended.", second);
  });

  test("an answer that is lost is looked for: the passkey was registered, and signs in", async () => {
    await signInByCode();
    const when = ({ headers }: { headers: Readonly<Record<string, string>> }) => "grid-wallet-signature" in headers;
    emulator().fail("createAuthCredential", { networkError: "reset", when });
    await addPasskey();
    expect(emulator().credentials(demo.account)).toHaveLength(2);
    await press("Add a passkey");
    await expectStatus("This device has a passkey here already.");
    await press("Sign out");
    await expectStatus("Signed out.");
    await press("Sign in with a passkey");
    await expectStatus("Signed in.");
  });

  test("an answer that is lost, and cannot be looked for, is told as what it is", async () => {
    await signInByCode();
    emulator().fail("verifyAuthCredential", { networkError: "reset" });
    await press("Sign out");
    await expectStatus("Signed out.");
    await press("Send me a code");
    await expectStatus(/The next one can be sent/);
    emulator().advance(30_000);
    await press("Send me a code");
    await expectStatus("A code is on its way.");
    await page.getByLabel("Code from the mail").fill(emulator().outbox.at(-1)?.code ?? "");
    await press("Sign in");
    await expectStatus("It may have been done all the same");
    emulator().advance(30_000);
    await signInByCode();
  });
});

describe("what the page shows and keeps", () => {
  test("who said what to whom, without a secret", async () => {
    await signInByCode();
    await addPasskey();
    const wire = await page.getByRole("complementary").innerText();
    expect(wire).toContain("device → backend: POST /api/passkey/register → 200");
    expect(wire).toContain("backend → API: POST /auth/credentials → 202");
    expect(wire).toContain("backend → API: POST /auth/credentials → 201");
    expect(wire).toContain("•••");
    const { requests } = emulator();
    const sent = JSON.stringify(requests.map(({ headers, body }) => [headers["grid-wallet-signature"], body]));
    for (const secret of [emulator().outbox[0]?.code ?? "-", ...(sent.match(/eyJwdWJsaWNLZXki[\w-]+/g) ?? ["-"])]) {
      expect(sent).toContain(secret);
      expect(wire).not.toContain(secret);
    }
    expect(await page.content()).not.toContain("clientSecret");
  });

  test("a session key that cannot be read, and no script but its own", async () => {
    await signInByCode();
    const isExtractable = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open("keyval-store");
          opening.addEventListener("success", () => {
            const reading = opening.result.transaction("keyval").objectStore("keyval").get("session");
            reading.addEventListener("success", () => resolve(reading.result.privateKey.extractable));
          });
        }),
    );
    expect(isExtractable).toBe(false);
    const policy = (await fetch(demo.url)).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'; script-src 'self'");
  });

  test("routes for this page alone", async () => {
    const send = (headers: Record<string, string>) =>
      fetch(`${demo.url}/api/state`, { method: "POST", body: "{}", headers }).then(({ status }) => status);
    const type = { "content-type": "application/json" };
    expect(await send({ ...type, origin: demo.url })).toBe(200);
    expect(await send({ ...type, origin: "https://example.org" })).toBe(404);
    expect(await send({ "content-type": "text/plain", origin: demo.url })).toBe(404);
  });
});

describe("against another API", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("it asks whose wallet it is, and calls the API of GRID_BASE_URL for it", async () => {
    const [account] = emulator().accounts;
    vi.stubEnv("GRID_BASE_URL", emulator().url);
    await expect(startDemo()).rejects.toThrow("GRID_ACCOUNT_ID is missing: whose wallet is it?");
    vi.stubEnv("GRID_ACCOUNT_ID", account?.id ?? "");
    vi.stubEnv("GRID_CLIENT_ID", "id");
    vi.stubEnv("GRID_CLIENT_SECRET", "secret");
    const other = await startDemo();
    expect(other.emulator).toBeUndefined();
    await page.goto(other.url);
    await press("Send me a code");
    await expectStatus("A code is on its way.");
    expect(emulator().outbox).toMatchObject([{ to: account?.email }]);
    expect(await page.getByRole("list", { name: "Mailbox" }).isVisible()).toBe(false);
    await other.close();
  });
});
