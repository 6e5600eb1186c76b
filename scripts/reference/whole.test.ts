import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { listEndpoints, readFragment } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { renderReference } from "@grid-sdk/reference";
import { launchChromium } from "@grid-sdk/test-browser";
import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openPage } from "./open-page.ts";

let browser: Browser;
let directory = "";
beforeAll(async () => {
  [browser, directory] = await Promise.all([launchChromium(), mkdtemp(join(tmpdir(), "reference-"))]);
  return () => Promise.all([browser.close(), rm(directory, { recursive: true })]);
});

async function openDocument(document: Parameters<typeof renderReference>[0]) {
  const file = join(directory, "reference.html");
  await writeFile(file, await renderReference(document));
  return openPage(browser, pathToFileURL(file).href, { offline: true });
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object) => ({ type: "object", properties });

/** A document of two operations, of which one responds with the schema `A`. */
function documentOf(schemas: object) {
  const respond = (schema: object) => ({ 200: { description: "Found.", content: { "application/json": { schema } } } });
  return {
    openapi: "3.1.0",
    info: { title: "Shapes", version: "1" },
    paths: {
      "/a": { get: { operationId: "getA", summary: "Get the schema", responses: respond(ref("A")) } },
      "/b": { get: { operationId: "getB", summary: "Get a text", responses: respond({ type: "string" }) } },
    },
    components: { schemas },
  };
}

const names = [..."ABCDEFG"];
const others = (own: string) => names.filter((name) => name !== own).map((name) => [`to${name}`, ref(name)]);
const mapping = { BRANCH: "#/components/schemas/Branch", LEAF: "#/components/schemas/Leaf" };
const choice = { oneOf: [ref("Branch"), ref("Leaf")], discriminator: { propertyName: "type", mapping } };
const branch = object({ type: { enum: ["BRANCH"] }, left: ref("A"), right: ref("A") });

test.each([
  [
    "whose discriminator leads back to itself",
    { A: choice, Branch: branch, Leaf: object({ type: { enum: ["LEAF"] } }) },
  ],
  [
    "whose mapping leads back to itself",
    {
      A: {
        ...object({ type: { type: "string" } }),
        discriminator: { propertyName: "type", mapping: { BRANCH: "Branch" } },
      },
      Branch: { allOf: [ref("A"), object({ left: ref("A") })] },
    },
  ],
  [
    "that seven schemas share",
    Object.fromEntries(names.map((name) => [name, object(Object.fromEntries(others(name)))])),
  ],
])("shows and prints a document %s", async (_, schemas) => {
  const { page, complaints } = await openDocument(documentOf(schemas));
  for (const name of ["Get the schema", "Get a text"]) await page.getByRole("heading", { name, exact: true }).waitFor();
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  expect(complaints).toEqual([]);
  await page.close();
});

test("is one file that calls nobody, with all operations for printing and for the browser's search", async () => {
  const document = await readFragment(SPECIFICATION);
  const { page, asked, complaints } = await openDocument(document);
  const summaries = listEndpoints(document).map(({ operation }) => String(operation["summary"]));
  // Nobody has scrolled to them.
  for (const name of summaries) await page.getByRole("heading", { name, exact: true }).waitFor();
  await page.getByText("RATE_LIMITED", { exact: true }).first().waitFor();
  // In no menu: what the browser searches is the rendered text of the operations themselves.
  const text = await page.locator("body").innerText();
  for (const id of ["createAuthCredential", "verifyAuthCredential", "revokeAuthSession"]) {
    expect(text).toContain(`await grid.${id}(`);
  }
  // It has no server to send a request to.
  expect(await page.getByRole("button", { name: /Test Request/ }).count()).toBe(0);
  expect(await page.evaluate("scrollY")).toBe(0);
  expect({ asked, complaints }).toEqual({ asked: [], complaints: [] });
  await page.close();
});
