import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { CREDENTIAL_ID, showInTerminal } from "@grid-sdk/server-kit/testing";
import { describe, expect, test } from "vitest";

const command = fileURLToPath(new URL("../dist/grid-emulator.js", import.meta.url));

describe.each([80, 100])("grid-emulator in a terminal of %i columns", (columns) => {
  test("fits, breaks no word, and colours the status by its class", async () => {
    const coloured = await showInTerminal(command, { columns });
    expect(coloured).toContain("  \u001B[32m200\u001B[39m  POST");
    expect(coloured).toContain("  \u001B[33m400\u001B[39m  GET");
    const shown = stripVTControlCharacters(coloured);
    expect(shown.split("\n").filter((line) => line.length > columns)).toEqual([]);
    expect(shown).toMatch(/^Serving the Grid auth API of 2026-04-23 on http:\S+\n/);
    for (const word of [
      `/auth/credentials/${CREDENTIAL_ID}/challenge`,
      "InternalAccount:019542f5-b3e7-1d02-0000-000000000002",
      "user@example.com",
      "query/accountId",
    ])
      expect(shown).toMatch(new RegExp(`(^|\\s)${word},?(\\s|$)`, "m"));
  });
});

test("grid-emulator has no colour with NO_COLOR", async () => {
  const shown = await showInTerminal(command, { env: { NO_COLOR: "1" } });
  expect(shown).toBe(stripVTControlCharacters(shown));
});
