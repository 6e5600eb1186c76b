import { expect, test } from "vitest";
import { RESPONSES, checkRequest, ID } from "./call-stub.ts";

const url = `https://bench.invalid/auth/credentials/${encodeURIComponent(ID)}/challenge`;
const authorization = `Basic ${btoa("bench-id:bench-secret")}`;

test("accepts the challenge call of the bench", () => {
  expect(() => checkRequest("POST", url, authorization)).not.toThrow();
});

test.each([
  ["another method", "GET", url, authorization, "got GET /auth/credentials/"],
  ["another path", "POST", url.replace("challenge", "verify"), authorization, "/verify."],
  ["no credentials", "POST", url, undefined, "Expected Basic credentials, got undefined."],
  ["other credentials", "POST", url, "Basic YTpi", "Expected Basic credentials, got Basic YTpi."],
])("refuses %s: the bench measures only one call", (_, method, at, credentials, reason) => {
  expect(() => checkRequest(method, at, credentials)).toThrow(reason);
});

test("responds as the fragment documents", () => {
  expect(JSON.parse(RESPONSES.success.body)).toMatchObject({ type: "EMAIL_OTP" });
  expect(JSON.parse(RESPONSES.error.body)).toMatchObject({ status: 404, code: "REFERENCE_NOT_FOUND" });
});
