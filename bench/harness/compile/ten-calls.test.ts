import { expect, test } from "vitest";
import { TYPED_CLIENTS, writeCalls } from "./ten-calls.ts";

test.each(TYPED_CLIENTS)("writes so many calls for %s, and none", (client) => {
  const count = (calls: number) => writeCalls(client, calls, 7).match(/^export const response/gm)?.length ?? 0;
  expect([count(10), count(0)]).toEqual([10, 0]);
});

test("calls further operations where the API has them, and the first again where it has not", () => {
  expect(writeCalls("grid-sdk", 8, 10)).toContain("client.createAuthCredential2({");
  expect(writeCalls("grid-sdk", 8, 7)).not.toContain("createAuthCredential2");
  expect(writeCalls("openapi-fetch", 8, 10)).toContain('client.POST("/auth2/credentials", {');
});

test("refuses a client without types of this API", () => {
  expect(() => writeCalls("ky", 1, 7)).toThrow("ky has no types of its own.");
});
