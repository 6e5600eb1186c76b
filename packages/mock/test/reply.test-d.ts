import type { AuthMethodType } from "@grid-sdk/core";
import { expectTypeOf, test } from "vitest";
import type { GridMock } from "../src/index.ts";

declare const mock: GridMock;

test("accepts what the fragment documents", () => {
  mock.reply("challengeAuthCredential", { status: 429 });
  mock.reply("challengeAuthCredential", { status: 200, example: "passkey" });
  mock.reply("challengeAuthCredential", { example: "rateLimited" });
  mock.reply("revokeAuthCredential", [{ status: 202 }, { status: 204 }]);
});

test("accepts what a test also needs", () => {
  const body = { status: 429, code: "RATE_LIMITED", message: "Wait." } as const;
  mock.reply("challengeAuthCredential", { status: 429, body, headers: { "Retry-After": 5 }, delayMs: 10 });
  mock.reply("listAuthSessions", { status: 200, body: { data: [] }, times: "always" });
  mock.reply("challengeAuthCredential", [{ networkError: true }, { networkError: "reset-in-body" }, { delayMs: 5 }]);
  mock.reply("challengeAuthCredential", { raw: { status: 502, body: "<p>" }, times: Infinity });
  mock.reply("createAuthCredential", ({ body: { type }, pathParameters }) => {
    expectTypeOf(type).toEqualTypeOf<AuthMethodType>();
    return pathParameters["id"] === "a" ? { status: 201 } : undefined;
  });
  mock.reply("createAuthCredential", async ({ body: { type } }) =>
    type === "OAUTH" ? { status: 404 } : { status: 201, example: "passkey" },
  );
  mock.reply("revokeAuthSession", { status: 404, when: ({ pathParameters }) => pathParameters["id"] === "a" });
  mock.reply("revokeAuthSession", { respond: () => ({ status: Math.random() > 0.5 ? 202 : 204 }), times: 2 });
  expectTypeOf(mock.clientOptions).toExtend<{ baseUrl: string; maxRetries: 0 }>();
});

test("accepts nothing else", () => {
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
  // @ts-expect-error a body that the schema does not allow
  mock.reply("listAuthSessions", { status: 200, body: { data: [{}] } });
  // @ts-expect-error a body of another status
  mock.reply("listAuthSessions", { status: 400, body: { data: [] } });
  // @ts-expect-error 204 has no body
  mock.reply("revokeAuthSession", { status: 204, body: {} });
  // @ts-expect-error no such error of the network
  mock.reply("listAuthSessions", { networkError: "gone" });
  // @ts-expect-error a function that returns what is not documented
  mock.reply("listAuthSessions", () => ({ status: 418 }));
  // @ts-expect-error a refused connection has no request to return it for
  mock.reply("listAuthSessions", () => ({ networkError: "refused" }));
  // @ts-expect-error a misspelt field
  mock.reply("listAuthSessions", { status: 200, time: 2 });
  // @ts-expect-error neither status nor example
  mock.reply("challengeAuthCredential", {});
});

test("records nothing that a test could change", () => {
  expectTypeOf(mock.requests).toExtend<readonly object[]>();
  // @ts-expect-error read only
  mock.requests.length = 0;
});
