import { expectTypeOf, test } from "vitest";
import type * as Standard from "../src/index.ts";
import type { GridMock } from "../src/latest.ts";

declare const mock: GridMock;
declare const standard: Standard.GridMock;

test("the mock of latest accepts the replies of that line", () => {
  mock.reply("refreshAuthSession", [{ status: 202 }, { status: 201 }]);
  mock.reply("createDelegatedKey", { status: 409 });
  mock.reply("challengeAuthCredential", { example: "smsOtp" });
  mock.reply("challengeAuthCredential", ({ body }) => {
    expectTypeOf(body?.clientPublicKey).toEqualTypeOf<string | undefined>();
    return body?.clientPublicKey === undefined ? { status: 400 } : undefined;
  });
  // @ts-expect-error no such operation in any line
  mock.reply("refreshSession", { status: 202 });
});

test("the mock of the default line does not", () => {
  // @ts-expect-error sessions are refreshed in the line latest
  standard.reply("refreshAuthSession", { status: 202 });
  // @ts-expect-error SMS_OTP is of the line latest
  standard.reply("challengeAuthCredential", { example: "smsOtp" });
});
