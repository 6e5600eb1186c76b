import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { startGridEmulator } from "@grid-sdk/emulator";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { isListening } from "../../server/is-listening.ts";
import { DemoError, readPort, startDemo } from "../../server/start.ts";

/** A program that listens at one address; resolves to its port. */
async function occupy(host: string, port = 0): Promise<number> {
  const server = createServer().listen(port, host);
  await once(server, "listening");
  onTestFinished(async () => {
    server.close();
    await once(server, "close");
  });
  return (server.address() as AddressInfo).port;
}

const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === "::1"));
const addresses = ["127.0.0.1", "0.0.0.0", ...(hasIpv6 ? ["::1", "::"] : [])];
const loopback = ["127.0.0.1", ...(hasIpv6 ? ["::1"] : [])];

const countServers = () => process.getActiveResourcesInfo().filter((name) => name === "TCPServerWrap").length;

/** The message of the `DemoError` that the action throws. */
async function catchMessage(action: () => unknown): Promise<string> {
  const error = await (async () => action())().catch((reason: unknown) => reason);
  if (error instanceof DemoError) return error.message;
  throw new Error("not a DemoError", { cause: error });
}

describe("PORT", () => {
  test.each([
    [undefined, undefined],
    ["", undefined],
    ["0", 0],
    ["4000", 4000],
    ["65535", 65_535],
  ])("%j is %j", (text, port) => {
    expect(readPort(text)).toBe(port);
  });

  test.each(["abc", "-1", "70000", "1.5", "0x10", "1e3", " ", "3000 ", "65536"])(
    "%j is refused in a line",
    async (text) => {
      const expected = "PORT must be a whole number from 1 to 65535, or 0 for any free port";
      expect(await catchMessage(() => readPort(text))).toBe(`${expected}; it is "${text}".`);
    },
  );
});

describe("a port", () => {
  test.each(addresses)("that another program uses at %s is refused, and nothing is left listening", async (host) => {
    const port = await occupy(host);
    const before = countServers();
    expect(await catchMessage(() => startDemo(port))).toBe(`Port ${port} is in use. Set PORT to another one.`);
    const others = host === "::" ? [] : loopback.filter((address) => address !== host && host !== "0.0.0.0");
    for (const other of others) expect([other, await isListening(other, port)]).toEqual([other, false]);
    // The emulator's, too.
    await expect.poll(countServers).toBe(before);
  });

  test("that was not asked for is 3000, or the next free one, and the demo says so", async () => {
    await using one = await startDemo();
    await using other = await startDemo();
    const port = Number(new URL(other.url).port);
    expect(port).toBeGreaterThan(Number(new URL(one.url).port));
    expect(other.note).toBe(`Port 3000 is in use; using ${port}.`);
    expect(one.note).toBe(one.url.endsWith(":3000") ? undefined : expect.stringContaining("Port 3000 is in use"));
    for (const host of loopback) expect([host, await isListening(host, port)]).toEqual([host, true]);
  });

  test("is free again after the demo has closed, and so is its emulator's", async () => {
    const demo = await startDemo(0);
    const ports = [demo.url, demo.emulator?.url ?? ""].map((url) => Number(new URL(url).port));
    await demo.close();
    for (const port of ports) for (const host of loopback) expect(await isListening(host, port)).toBe(false);
  });
});

describe("another API", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ["GRID_CLIENT_ID", "the API's own credentials"],
    ["GRID_CLIENT_SECRET", "the API's own credentials"],
    ["GRID_ACCOUNT_ID", "the account that owns the wallet"],
  ])("needs %s", async (missing, meaning) => {
    vi.stubEnv("GRID_BASE_URL", "http://127.0.0.1:1");
    for (const name of ["GRID_CLIENT_ID", "GRID_CLIENT_SECRET", "GRID_ACCOUNT_ID"])
      vi.stubEnv(name, name === missing ? undefined : "x");
    expect(await catchMessage(() => startDemo(0))).toBe(
      `${missing} is missing. With GRID_BASE_URL the demo needs ${meaning}.`,
    );
  });

  test("needs a base URL that credentials may be sent to", async () => {
    vi.stubEnv("GRID_BASE_URL", "nonsense");
    for (const name of ["GRID_CLIENT_ID", "GRID_CLIENT_SECRET", "GRID_ACCOUNT_ID"]) vi.stubEnv(name, "x");
    expect(await catchMessage(() => startDemo(0))).toMatch(
      /^GRID_BASE_URL, .* is wrong: baseUrl must be an https: URL.*$/,
    );
  });

  test("is called for the account of GRID_ACCOUNT_ID, and the demo says so when it is down", async () => {
    const api = await startGridEmulator({ seed: { accounts: [{ email: "bob@example.com" }] } });
    vi.stubEnv("GRID_BASE_URL", api.url);
    vi.stubEnv("GRID_CLIENT_ID", "id");
    vi.stubEnv("GRID_CLIENT_SECRET", "secret");
    vi.stubEnv("GRID_ACCOUNT_ID", api.accounts[0]?.id);
    await using demo = await startDemo(0);
    expect(demo.emulator).toBeUndefined();
    const headers = { "content-type": "application/json", origin: demo.url };
    const post = async (route: string, sent = {}) => {
      const response = await fetch(`${demo.url}/api/${route}`, { method: "POST", headers, body: JSON.stringify(sent) });
      return { status: response.status, body: await response.json() };
    };
    expect(await post("state")).toMatchObject({ status: 200, body: { isEmulated: false, messages: [] } });
    expect((await post("code/send", { type: "EMAIL_OTP" })).status).toBe(200);
    expect(api.outbox).toMatchObject([{ to: "bob@example.com" }]);
    await api.close();
    const body = { message: "The service could not be reached. Try again." };
    expect(await post("state")).toMatchObject({ status: 502, body });
  });
});
