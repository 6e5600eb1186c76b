import { expectTypeOf, test } from "vitest";
import type { GridMock } from "../src/index.ts";

declare const mock: GridMock;

test("takes what the fragment documents", () => {
  mock.reply("challengeAuthCredential", { status: 429 });
  mock.reply("challengeAuthCredential", { status: 200, example: "passkey" });
  mock.reply("challengeAuthCredential", { example: "rateLimited" });
  mock.reply("revokeAuthCredential", [{ status: 202 }, { status: 204 }]);
});

test("takes nothing else", () => {
  // @ts-expect-error no such operation
  mock.reply("challengeCredential", { status: 429 });
  // @ts-expect-error no such status
  mock.reply("challengeAuthCredential", { status: 418 });
  // @ts-expect-error no such example
  mock.reply("challengeAuthCredential", { example: "pass-key" });
  // @ts-expect-error an example of another status
  mock.reply("challengeAuthCredential", { status: 200, example: "rateLimited" });
  // @ts-expect-error an example of another operation
  mock.reply("listAuthSessions", { example: "passkey" });
  // @ts-expect-error 204 has no example
  mock.reply("revokeAuthCredential", { status: 204, example: "emailOtp" });
  // @ts-expect-error neither status nor example
  mock.reply("challengeAuthCredential", {});
});

test("records nothing that a test could change", () => {
  expectTypeOf(mock.requests).toExtend<readonly object[]>();
  // @ts-expect-error read only
  mock.requests.length = 0;
});
