import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { renderReference } from "../src/index.ts";

const fragment = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve("@grid-sdk/core/openapi.json")), "utf8"));
/** Without the scripts' own text, which is long. */
const outline = (html: string) => html.replaceAll(/<script>[^]*?<\/script>/g, "<script></script>");

test("is one page whose policy lets it run its own scripts, and reach nobody", async () => {
  const html = await renderReference(fragment);
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-\S+' 'sha256-\S+'; .*connect-src 'none'/);
  expect(outline(html)).not.toMatch(/src=|href="(?!data:|#)/);
});

test("calls its own server where a call may be tried, with the credentials that it is given", async () => {
  const html = await renderReference(fragment, { tryIt: { clientId: "mock-id", clientSecret: "mock-secret" } });
  expect(html).toContain("connect-src 'self'");
  expect(html).toContain('"username":"mock-id","password":"mock-secret"');
  expect(await renderReference(fragment)).not.toContain('"username":"');
});

test("text of the document ends no script and begins no markup", async () => {
  const evil = `</script><script>alert(1)</script><!-- "quotes" & <b>`;
  const paths = { "/a": { get: { operationId: "a", summary: evil, responses: { 200: { description: evil } } } } };
  const info = { title: evil, summary: evil, version: evil };
  const servers = [{ url: `https://a.example/${evil}` }];
  const document = { openapi: "3.1.0", info, servers, paths };
  const html = await renderReference(document, { tryIt: { clientId: evil, clientSecret: evil } });
  expect(html.match(/<script>/g)).toHaveLength(2);
  expect(html.match(/<\/script>/g)).toHaveLength(2);
  expect(html).not.toContain("<script>alert");
  expect(outline(html)).not.toContain("<b>");
});

const self = { $ref: "#/components/schemas/A" };
test.each([
  ["opens all schemas of the API's fragment", fragment, true],
  [
    "keeps schemas closed that lead back to themselves",
    documentOf({ type: "object", properties: { next: self } }),
    false,
  ],
  ["keeps lists closed that hold themselves", documentOf({ type: "array", items: self }), false],
  ["opens schemas whose examples look like a reference to themselves", documentOf({ examples: [self] }), true],
  [
    "keeps a property closed that is called like a keyword and leads back",
    documentOf({ properties: { example: self } }),
    false,
  ],
])("%s", async (_, document, isOpen) => {
  expect(await renderReference(document)).toContain(`"expandAllSchemaProperties":${isOpen}`);
});

function documentOf(schema: object) {
  return { openapi: "3.1.0", info: { title: "A", version: "1" }, paths: {}, components: { schemas: { A: schema } } };
}
