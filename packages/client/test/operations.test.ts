import { operationTable } from "@grid-sdk/core";
import { startGridMock } from "@grid-sdk/mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGridClient, type GridClient } from "../src/index.ts";
import { authorization, credentialId, credentials } from "./support/example-ids.ts";
import { type RecordingProxy, startRecordingProxy } from "./support/recording-proxy.ts";

const stack = new AsyncDisposableStack();
let proxy: RecordingProxy;
let grid: GridClient;

beforeAll(async () => {
  const mock = stack.use(await startGridMock());
  proxy = stack.use(await startRecordingProxy(mock.url));
  grid = createGridClient({ ...credentials, baseUrl: proxy.url });
});
afterAll(() => stack.disposeAsync());

test("a client has a method for each operation of the table", () => {
  const methods = Object.keys(grid).filter((name) => name !== "http" && name !== "withOptions");
  expect(methods.toSorted()).toEqual(Object.keys(operationTable).toSorted());
});

test("the same call through grid.http resolves to data and response", async () => {
  const path = { id: credentialId };
  const { status, data: expected } = await grid.challengeAuthCredential({ path });
  const { data, error, response } = await grid.http.POST("/auth/credentials/{id}/challenge", { params: { path } });
  expect({ error, status: response.status }).toEqual({ error: undefined, status });
  expect(data?.type).toBe(expected.type);
  expect(proxy.requests.at(-1)?.headers).toMatchObject({ authorization });
});
