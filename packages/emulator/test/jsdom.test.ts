// @vitest-environment jsdom
import { expect, test } from "vitest";
import { signInEachWay } from "./support/sign-in-each-way.ts";

test("works where jsdom plays a browser", async () => {
  expect(window.document).toBeDefined();
  const sessions = await signInEachWay({ dangerouslyAllowBrowser: true });
  expect(sessions).toEqual({ default: ["EMAIL_OTP", "PASSKEY", "OAUTH"], latest: ["EMAIL_OTP", "PASSKEY"] });
});
