import { createGridClient, type GridClient } from "@grid-sdk/client";
import { type GridMock, startGridMock } from "@grid-sdk/mock";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { listDevices } from "./list-devices.ts";

let mock: GridMock;
let grid: GridClient;

beforeAll(async () => {
  mock = await startGridMock();
  grid = createGridClient({ clientId: "id", clientSecret: "secret", baseUrl: mock.url });
});
afterEach(() => mock.reset());
afterAll(() => mock.close());

test("lists the passkeys and nothing else", async () => {
  expect(await listDevices(grid, "InternalAccount:1")).toEqual(["Work laptop"]);
  expect(mock.requests).toMatchObject([
    { operationId: "listAuthCredentials", query: { accountId: "InternalAccount:1" } },
  ]);
});

test("lists nothing for a new wallet", async () => {
  mock.reply("listAuthCredentials", { example: "empty" });
  expect(await listDevices(grid, "InternalAccount:1")).toEqual([]);
});

test("passes a refusal on", async () => {
  mock.reply("listAuthCredentials", { status: 401 });
  await expect(listDevices(grid, "InternalAccount:1")).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});
