import { readFile } from "node:fs/promises";
import { revision } from "@grid-sdk/core";
import { describe, expect, test } from "vitest";
import { GridApiError, isGridError } from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { credentials } from "./support/example-ids.ts";
import { LINES } from "./support/lines.ts";

test("every line has an entry with the same names, and they share the error classes", () => {
  const [standard, ...others] = LINES.map(({ entry }) => entry);
  for (const other of others) {
    expect(Object.keys(other).toSorted()).toEqual(Object.keys(standard ?? {}).toSorted());
    expect(other.GridApiError).toBe(GridApiError);
    expect(other.isGridError).toBe(isGridError);
    expect(other.createGridClient).not.toBe(standard?.createGridClient);
  }
  expect(others.length).toBeGreaterThan(0);
});

describe.each(LINES)("the line $name", ({ name, entry, fragment }) => {
  test("shows its day first in the hover text of createGridClient", async () => {
    const { info } = fragment as { info: Record<string, string> };
    const module = new URL(`../src/generated/${name}/grid-client.ts`, import.meta.url);
    const [, documentation = ""] =
      /\/\*\*([^/]*)\*\/\nexport function createGridClient/.exec(await readFile(module, "utf8")) ?? [];
    expect(documentation).toMatch(new RegExp(String.raw`^\s+\* ${info["x-revision-date"]}`));
  });

  test("has a method for each operation of its fragment, and no other", () => {
    const { paths } = fragment as { paths: Record<string, Record<string, { operationId?: string }>> };
    const ids = Object.values(paths).flatMap((item) =>
      Object.values(item).flatMap(({ operationId }) => operationId ?? []),
    );
    const { http, withOptions, ...methods } = entry.createGridClient(credentials);
    expect(withOptions({ maxRetries: 0 }).http.GET).toBeTypeOf("function");
    expect(Object.keys(methods).toSorted()).toEqual(ids.toSorted());
    expect(http.GET).toBeTypeOf("function");
  });
});

describe("a sign-in that production refuses", () => {
  /** The message of an error, from a fetch that stands for production. */
  async function messageOf(
    entry: (typeof LINES)[number]["entry"],
    baseUrl: string,
    status: number,
    id = "verifyAuthCredential",
  ) {
    const fetch = async () => Response.json({ code: "UNAUTHORIZED", message: "No." }, { status });
    const grid = entry.createGridClient({ ...credentials, baseUrl, fetch, maxRetries: 0 });
    const call = grid[id as "listAuthSessions"];
    const error = await catchError(call({ path: { id: "AuthMethod:1" }, query: {}, body: {} } as never));
    return (error as Error).message;
  }
  const ADVICE = `(this client speaks ${revision.date}; see docs/lines.md)`;
  const [standard, latest] = LINES.map(({ entry }) => entry);

  test.each([400, 401])("with %i names the revision of a superseded line", async (status) => {
    if (!standard) throw new Error("There is no line.");
    expect(await messageOf(standard, revision.baseUrl, status)).toBe(
      `POST /auth/credentials/{id}/verify: ${status} UNAUTHORIZED: No. ${ADVICE}`,
    );
  });

  test("adds nothing on another host, for another status, for another operation, and in a line that follows the API", async () => {
    if (!standard || !latest) throw new Error("There are not two lines.");
    const messages = [
      await messageOf(standard, "http://127.0.0.1:1", 401),
      await messageOf(standard, revision.baseUrl.replace("//", "//sandbox."), 401),
      await messageOf(standard, revision.baseUrl, 404),
      await messageOf(standard, revision.baseUrl, 401, "challengeAuthCredential"),
      await messageOf(latest, revision.baseUrl, 401),
    ];
    for (const message of messages) expect(message).toMatch(/: 40\d UNAUTHORIZED: No\.$/);
  });
});
