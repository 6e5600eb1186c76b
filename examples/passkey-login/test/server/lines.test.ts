import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { LINE_NAMES, startDemo } from "../../server/start.ts";

test("the demo speaks each line of the API, the default first", async () => {
  const { lines } = JSON.parse(await readFile(new URL("../../../../openapi/lines.json", import.meta.url), "utf8"));
  expect(LINE_NAMES).toEqual(lines.map(({ name }: { name: string }) => name));
});

test.each(LINE_NAMES)("the page and the backend of %s speak the same line", async (line) => {
  await using demo = await startDemo(0, line);
  const script = await (await fetch(`${demo.url}/main.js`)).text();
  expect(script).toContain(`name:"${line}"`);
  expect(script.includes("session/refresh")).toBe(line === "latest");
});

test("an unknown line is refused, with the names of the lines", async () => {
  await expect(startDemo(0, "2020-01-01")).rejects.toMatchObject({
    name: "DemoError",
    message: `The line must be one of ${LINE_NAMES.join(", ")}; it is "2020-01-01".`,
  });
});
