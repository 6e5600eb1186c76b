import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { spawnInTerminal, type TerminalOptions } from "@grid-sdk/terminal/testing";
import { describe, expect, test } from "vitest";

const command = fileURLToPath(new URL("../dist/grid-emulator.js", import.meta.url));
const ID = "AuthMethod%3A019542f5-b3e7-1d02-0000-000000000001";
const headers = { authorization: `Basic ${btoa("a:b")}` };

/** What a terminal shows of the command and of three requests. */
async function show(options: TerminalOptions): Promise<string> {
  const child = spawnInTerminal(process.execPath, [command], options);
  let printed = "";
  for await (const chunk of child.stdout) {
    const isReady = printed.includes("Ctrl+C");
    printed += String(chunk);
    if (!isReady && printed.includes("Ctrl+C")) {
      const [, url = ""] = /GRID_BASE_URL=(\S+)/.exec(stripVTControlCharacters(printed)) ?? [];
      await fetch(`${url}/auth/credentials/${ID}/challenge`, { method: "POST", headers });
      await fetch(`${url}/auth/sessions`, { headers });
      await fetch(`${url}/last`);
    }
    if (printed.includes("/last")) break;
  }
  child.kill();
  await once(child, "exit");
  return printed.replaceAll("\r\n", "\n");
}

describe.each([80, 100])("grid-emulator in a terminal of %i columns", (columns) => {
  test("fits, and no word breaks", async () => {
    const shown = stripVTControlCharacters(await show({ columns }));
    expect(shown.split("\n").filter((line) => line.length > columns)).toEqual([]);
    expect(shown).toMatch(/^Serving the Grid auth API of 2026-04-23 on http:\S+\n/);
    for (const word of [
      `/auth/credentials/${ID}/challenge`,
      "InternalAccount:019542f5-b3e7-1d02-0000-000000000002",
      "user@example.com",
      "query/accountId",
    ])
      expect(shown).toMatch(new RegExp(`(^|\\s)${word},?(\\s|$)`, "m"));
  });
});

test("grid-emulator colours the status by its class in a terminal", async () => {
  const shown = await show({ columns: 100 });
  expect(shown).toContain("  \u001B[32m200\u001B[39m  POST");
  expect(shown).toContain("  \u001B[33m400\u001B[39m  GET");
});

test("grid-emulator has no colour with NO_COLOR", async () => {
  const shown = await show({ env: { NO_COLOR: "1" } });
  expect(shown).toBe(stripVTControlCharacters(shown));
});
