// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { signInEachWay } from "./support/sign-in-each-way.ts";

/** happy-dom ignores the headers of the second argument where the first is a `Request`. */
function fetchByUrl(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  return fetch(input instanceof Request ? input.url : input, init);
}

test("works where happy-dom plays a browser", async () => {
  expect(window.document).toBeDefined();
  const sessions = await signInEachWay({ dangerouslyAllowBrowser: true, fetch: fetchByUrl });
  expect(sessions).toEqual({ default: ["EMAIL_OTP", "PASSKEY", "OAUTH"], latest: ["EMAIL_OTP", "PASSKEY"] });
});
