import { expect, test } from "vitest";
import { asksForPage } from "../src/page/asks-for-page.ts";
import { formatPlainPage } from "../src/page/plain-page.ts";

const ask = (accept: string | undefined, more: object = {}) =>
  asksForPage({ method: "GET", url: "/", headers: accept === undefined ? {} : { accept }, ...more });

test.each([
  ["a browser", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true],
  ["one that prefers something else", "application/json, TEXT/HTML;q=0.1", true],
  ["one that wants no HTML", "text/html;q=0, */*", false],
  ["a client", "application/json", false],
  ["curl", "*/*", false],
  ["one that says nothing", undefined, false],
])("the page is for requests that name HTML: %s", (_, accept, isFor) => {
  expect(ask(accept)).toBe(isFor);
});

test("it is at the root, for GET and HEAD, whatever the query", () => {
  expect(ask("text/html", { url: "/?a=1" })).toBe(true);
  expect(ask("text/html", { method: "HEAD" })).toBe(true);
  expect(ask("text/html", { method: "POST" })).toBe(false);
  expect(ask("text/html", { url: "/auth/sessions" })).toBe(false);
});

test("where there is no renderer, a page says how to get it, and which operations there are", () => {
  const get = { operationId: "readThing", responses: { 200: { description: "It." } } };
  const page = formatPlainPage({ openapi: "3.1.0", info: { title: "<Things>" }, paths: { "/things": { get } } });
  expect(page).toContain("npm install --save-dev @grid-sdk/reference");
  expect(page).toContain("<td>GET</td><td>/things</td><td>readThing</td>");
  expect(page).toContain("&#60;Things&#62;");
  expect(page).not.toContain("<Things>");
});
