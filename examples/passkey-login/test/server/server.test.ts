import { request } from "node:http";
import type { GridEmulator } from "@grid-sdk/emulator";
import { expect, test } from "vitest";
import { startDemo } from "../../server/start.ts";

const JSON_TYPE = { "content-type": "application/json" };

/** By `node:http`, which sends any `Host`. */
function send(url: string, method: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; text: string; cookie: string }>((resolve, reject) => {
    const sent = request(url, { method, path, headers, agent: false }, async (response) => {
      const text = (await response.setEncoding("utf8").toArray()).join("");
      resolve({ status: response.statusCode, text, cookie: response.headers["set-cookie"]?.[0] ?? "" });
    });
    sent.once("error", reject).end(method === "POST" ? "{}" : undefined);
  });
}

test("a name that was rebound to this machine gets nothing: neither the page, nor the mailbox, nor a route", async () => {
  await using demo = await startDemo(0);
  const { port } = new URL(demo.url);
  for (const host of [`rebound.example:${port}`, "rebound.example", "localhost", "localhost:1", `localhost.:${port}`]) {
    const page = await send(demo.url, "GET", "/", { host });
    expect([host, page]).toEqual([host, { status: 403, text: "This demo is for localhost only.", cookie: "" }]);
    for (const route of ["state", "code/send", "advance", "nothing"]) {
      const { status } = await send(demo.url, "POST", `/api/${route}`, {
        host,
        origin: `http://${host}`,
        ...JSON_TYPE,
      });
      expect([host, route, status]).toEqual([host, route, 403]);
    }
  }
  expect((demo.emulator as GridEmulator).requests).toEqual([]);
});

test("each name of this machine gets the page and the routes", async () => {
  await using demo = await startDemo(0);
  const { port } = new URL(demo.url);
  for (const name of ["localhost", "127.0.0.1", "[::1]"]) {
    const host = `${name}:${port}`;
    const page = await send(demo.url, "GET", "/", { host });
    const state = await send(demo.url, "POST", "/api/state", { host, origin: `http://${host}`, ...JSON_TYPE });
    expect([name, page.status, state.status]).toEqual([name, 200, 200]);
  }
});

test("routes are for this page: for its origin, as JSON, by POST", async () => {
  await using demo = await startDemo(0);
  const own = { ...JSON_TYPE, origin: demo.url };
  const statusOf = async (headers: Record<string, string>, path = "/api/state", method = "POST") =>
    (await send(demo.url, method, path, headers)).status;
  expect(await statusOf(own)).toBe(200);
  expect(await statusOf({ ...own, origin: "https://example.org" })).toBe(404);
  expect(await statusOf(JSON_TYPE)).toBe(404);
  expect(await statusOf({ ...own, "content-type": "text/plain" })).toBe(404);
  expect(await statusOf(own, "/api/state", "GET")).toBe(404);
  expect(await statusOf(own, "/state")).toBe(404);
  expect(await statusOf(own, "/api/constructor")).toBe(404);
});

test("the page runs no script but its own", async () => {
  await using demo = await startDemo(0);
  const policy = (await fetch(demo.url)).headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'; script-src 'self'");
});

test("two demos on this machine do not overwrite each other's cookie", async () => {
  await using one = await startDemo(0);
  await using other = await startDemo(0);
  const names = [];
  for (const { url } of [one, other]) {
    const { cookie } = await send(url, "POST", "/api/state", { ...JSON_TYPE, origin: url });
    names.push(cookie.split("=")[0]);
    const again = await send(url, "POST", "/api/state", { ...JSON_TYPE, origin: url, cookie: `a=b; ${cookie}` });
    expect(again.cookie).toBe(cookie);
  }
  expect(names[0]).not.toBe(names[1]);
});
