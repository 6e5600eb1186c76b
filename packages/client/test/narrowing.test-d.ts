import type { Client } from "openapi-fetch";
import { fetch as undiciFetch } from "undici";
import { describe, expectTypeOf, test, vi } from "vitest";
import {
  type AnyGridError,
  type AnyApiErrorBody,
  type ApiErrorCode,
  type AuthMethod,
  type AuthMethodType,
  type AuthSession,
  type ChallengeAuthCredentialInput,
  type ChallengeAuthCredentialResult,
  createGridClient,
  createGridFetch,
  type GridApiError,
  type GridConfigError,
  type GridConnectionError,
  type GridErrorKind,
  type GridInputError,
  type GridResponseError,
  isGridError,
  type GridEvent,
  type GridTimeoutError,
  type PasskeyAuthChallenge,
  type paths,
  signedRetry,
} from "../src/index.ts";

const grid = createGridClient();

test("the types refuse options that a client or a fetch would ignore", () => {
  // @ts-expect-error the operation has its method
  createGridClient({ method: "DELETE" });
  // @ts-expect-error the call has its body
  createGridClient({ body: "" });
  // @ts-expect-error only browsers had it, as null
  createGridClient({ window: null });
  // @ts-expect-error no redirect is followed
  createGridClient({ redirect: "follow" });
  // @ts-expect-error the same for a call, whose body belongs to the operation
  void grid.challengeAuthCredential({ path, method: "DELETE" });
  // @ts-expect-error a fetch has no middleware
  createGridFetch({ middleware: [] });
  // @ts-expect-error it has no serializers either: its request is complete
  createGridFetch({ bodySerializer: String });
  createGridClient({ cache: "no-store", keepalive: true, querySerializer: () => "" });
});
const path = { id: "AuthMethod:1" };
const accountId = "InternalAccount:2";

test("a method has the input and output types that are named after its operation", () => {
  expectTypeOf(grid.challengeAuthCredential).parameter(0).toExtend<ChallengeAuthCredentialInput>();
  expectTypeOf(grid.challengeAuthCredential).returns.resolves.toEqualTypeOf<ChallengeAuthCredentialResult>();
});

describe("challenge", () => {
  test("narrows by type", async () => {
    const { status, data } = await grid.challengeAuthCredential({ path });
    expectTypeOf(status).toEqualTypeOf<200>();
    expectTypeOf(data.type).toExtend<AuthMethodType>();
    if (data.type === "PASSKEY") {
      expectTypeOf(data).toExtend<PasskeyAuthChallenge>();
      expectTypeOf(data.challenge).toEqualTypeOf<string>();
    } else {
      expectTypeOf<Extract<typeof data.type, "PASSKEY">>().toBeNever();
      // @ts-expect-error only the passkey has the challenge
      void data.challenge;
    }
  });

  test("offers no passkey fields on the EMAIL_OTP branch", async () => {
    const { data } = await grid.challengeAuthCredential({ path });
    if (data.type !== "EMAIL_OTP") return;
    void data.nickname;
    // @ts-expect-error
    void data.challenge;
    // @ts-expect-error
    void data.requestId;
    // @ts-expect-error
    void data.expiresAt;
  });

  test("refuses to compare a type that its branch cannot have", async () => {
    const { data } = await grid.challengeAuthCredential({ path });
    // @ts-expect-error there is no such type
    void (data.type === "CARRIER_PIGEON");
    if (data.type === "EMAIL_OTP") {
      // @ts-expect-error decided by the branch
      void (data.type === "PASSKEY");
    }
  });

  test("lets a switch over the types be exhaustive", async () => {
    const { data } = await grid.challengeAuthCredential({ path });
    switch (data.type) {
      case "PASSKEY":
        return data.challenge;
      default:
        // After a check of every type of the response, nothing is left.
        expectTypeOf<Exclude<typeof data, { readonly type: (typeof data)["type"] }>>().toBeNever();
        return data.nickname;
    }
  });

  test("needs its path", () => {
    // @ts-expect-error no input
    void grid.challengeAuthCredential();
    // @ts-expect-error no path
    void grid.challengeAuthCredential({});
    // @ts-expect-error no id
    void grid.challengeAuthCredential({ path: {} });
    // @ts-expect-error no string
    void grid.challengeAuthCredential({ path: { id: 1 } });
    // @ts-expect-error a misspelt parameter
    void grid.challengeAuthCredential({ path: { ID: "AuthMethod:1" } });
    // @ts-expect-error the operation has no body
    void grid.revokeAuthSession({ path, body: {} });
  });
});

describe("create", () => {
  test("narrows data by status", async () => {
    const created = await grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId } });
    expectTypeOf(created.status).toEqualTypeOf<201 | 202>();
    if (created.status === 202) {
      expectTypeOf(created.data.payloadToSign).toEqualTypeOf<string>();
      // @ts-expect-error nothing is created yet
      void created.data.id;
    } else {
      expectTypeOf(created.data.id).toEqualTypeOf<string>();
      // @ts-expect-error nothing is to be signed any more
      void created.data.payloadToSign;
    }
  });

  test("accepts the fields of its type and no others", () => {
    // @ts-expect-error a misspelt field
    void grid.createAuthCredential({ body: { type: "OAUTH", accountId, oidctoken: "token" } });
    // @ts-expect-error a missing field
    void grid.createAuthCredential({ body: { type: "OAUTH", accountId } });
    // @ts-expect-error a field of another type
    void grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId, oidcToken: "token" } });
    // @ts-expect-error no body
    void grid.createAuthCredential({});
    // @ts-expect-error an unknown type
    void grid.createAuthCredential({ body: { type: "CARRIER_PIGEON", accountId } });
    // @ts-expect-error an unknown header
    void grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId }, header: { "Request-ID": "1" } });
  });
});

describe("verify", () => {
  const assertion = { credentialId: "a", clientDataJson: "a", authenticatorData: "a", signature: "a" };
  const passkey = { type: "PASSKEY", assertion, clientPublicKey: "04" } as const;

  test("needs the challenge's Request-Id for a passkey", () => {
    void grid.verifyAuthCredential({ path, header: { "Request-Id": "r" }, body: passkey });
    // @ts-expect-error no header
    void grid.verifyAuthCredential({ path, body: passkey });
    // @ts-expect-error no Request-Id
    void grid.verifyAuthCredential({ path, header: {}, body: passkey });
    void grid.verifyAuthCredential({ path, body: { type: "EMAIL_OTP", otp: "1", clientPublicKey: "04" } });
  });
});

describe("the other operations", () => {
  test("resolve to their own schema", async () => {
    const listed = await grid.listAuthCredentials({ query: { accountId } });
    expectTypeOf(listed.data.data).toEqualTypeOf<AuthMethod[]>();
    const sessions = await grid.listAuthSessions({ query: { accountId } });
    expectTypeOf(sessions.data.data).toEqualTypeOf<AuthSession[]>();
    const verified = await grid.verifyAuthCredential({
      path,
      body: { type: "EMAIL_OTP", otp: "481920", clientPublicKey: "04" },
    });
    expectTypeOf(verified.data).toEqualTypeOf<AuthSession>();
    const revoked = await grid.revokeAuthCredential({ path });
    if (revoked.status === 204) expectTypeOf(revoked.data).toEqualTypeOf<undefined>();
    else expectTypeOf(revoked.data.payloadToSign).toEqualTypeOf<string>();
    // @ts-expect-error the query is required
    void grid.listAuthSessions({});
  });

  test("keep the type of a component that a union elsewhere narrows", () => {
    expectTypeOf<AuthMethod["type"]>().toEqualTypeOf<AuthMethodType>();
    expectTypeOf<PasskeyAuthChallenge["type"]>().toEqualTypeOf<AuthMethodType>();
  });

  test("exist only for operations of the specification", () => {
    // @ts-expect-error
    void grid.deleteAuthCredential;
  });
});

describe("errors", () => {
  test("have open codes", () => {
    expectTypeOf<string>().toExtend<ApiErrorCode>();
    expectTypeOf<"RATE_LIMITED">().toExtend<ApiErrorCode>();
    // It would be true if the documented codes had become `string`.
    expectTypeOf<ApiErrorCode>().not.toEqualTypeOf<string>();
  });

  test("narrow by the guard", () => {
    const error: unknown = undefined;
    if (isGridError(error)) expectTypeOf(error.attempts).toEqualTypeOf<number>();
    if (isGridError(error)) {
      // An error that is excluded by its code is still possible by its kind.
      if (isGridError(error, "RATE_LIMITED")) expectTypeOf(error.code).toEqualTypeOf<"RATE_LIMITED">();
      else if (error.kind === "api") expectTypeOf(error.status).toEqualTypeOf<number>();
    }
    if (isGridError(error, "RATE_LIMITED")) {
      expectTypeOf(error).toExtend<GridApiError>();
      expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>();
    }
    if (isGridError(error)) {
      expectTypeOf(error).toEqualTypeOf<AnyGridError>();
      // @ts-expect-error not every error has a status
      void error.status;
    }
    if (isGridError(error, { kind: "input" })) expectTypeOf(error).toEqualTypeOf<GridInputError>();
    if (isGridError(error, { kind: "connection" })) expectTypeOf(error).toEqualTypeOf<GridConnectionError>();
    if (isGridError(error, { kind: "timeout" })) expectTypeOf(error).toEqualTypeOf<GridTimeoutError>();
    // @ts-expect-error there is no such kind
    isGridError(error, { kind: "network" });
  });

  test("can be switched over by kind and by name, exhaustively", () => {
    const tell = (error: AnyGridError): string => {
      switch (error.kind) {
        case "api":
          expectTypeOf(error).toEqualTypeOf<GridApiError>();
          expectTypeOf(error.body).toEqualTypeOf<AnyApiErrorBody | string | undefined>();
          expectTypeOf(error.serverMessage).toEqualTypeOf<string | undefined>();
          return "api";
        case "response":
          expectTypeOf(error).toEqualTypeOf<GridResponseError>();
          return "response";
        case "config":
          expectTypeOf(error).toEqualTypeOf<GridConfigError>();
          return "config";
        case "input":
        case "connection":
        case "timeout":
          return error.name;
        default:
          return error satisfies never;
      }
    };
    expectTypeOf(tell).returns.toEqualTypeOf<string>();
    expectTypeOf<AnyGridError["kind"]>().toEqualTypeOf<GridErrorKind>();
  });
});

describe("grid.http", () => {
  test("is typed by the paths", async () => {
    const { data } = await grid.http.GET("/auth/sessions", { params: { query: { accountId } } });
    expectTypeOf(data).toExtend<{ data: AuthSession[] } | undefined>();
    // @ts-expect-error no such path
    void grid.http.GET("/auth/nothing");
  });

  test("is openapi-fetch's own client", async () => {
    expectTypeOf(grid.http).toEqualTypeOf<Client<paths>>();
    const { data } = await grid.http.GET("/auth/sessions", { params: { query: { accountId } }, parseAs: "text" });
    expectTypeOf(data).toEqualTypeOf<string | undefined>();
    const { error } = await grid.http.POST("/auth/credentials/{id}/challenge", { params: { path } });
    if (error) expectTypeOf(error.message).toEqualTypeOf<string>();
  });
});

describe("options", () => {
  test("of a call are known", () => {
    const { signal } = new AbortController();
    const options = { signal, timeoutMs: 1, maxRetries: 0, maxRetryDelayMs: 1, retryUnsafe: true, headers: { a: "b" } };
    void grid.challengeAuthCredential({ path, ...options });
    void grid.http.GET("/auth/sessions", { params: { query: { accountId } }, ...options });
    // @ts-expect-error misspelt
    void grid.challengeAuthCredential({ path, timeoutMS: 1 });
    // @ts-expect-error a header is text, a number, a boolean, a list of these or null
    void grid.challengeAuthCredential({ path, headers: { a: {} } });
  });

  test("accept every implementation of fetch, a wrapper and a test's stub", () => {
    const stub = vi.fn(async () => Response.json({}));
    for (const given of [fetch, undiciFetch, stub, (request: Request) => fetch(request)]) {
      void createGridClient({ fetch: given });
      void createGridFetch({ fetch: given });
      void grid.challengeAuthCredential({ path, fetch: given });
    }
    void createGridClient({ fetch: (url: string, init: RequestInit) => fetch(url, init) });
    void createGridClient({ fetch: (input, init) => undiciFetch(input, { ...init, dispatcher: undefined }) });
    // @ts-expect-error a fetch resolves to a response
    void createGridClient({ fetch: async () => "text" });
  });

  test("accept undefined for a missing value", () => {
    const none = undefined;
    void createGridClient({
      clientId: none,
      clientSecret: none,
      baseUrl: none,
      timeoutMs: none,
      deadlineMs: none,
      maxRetries: none,
      maxRetryDelayMs: none,
      retryUnsafe: none,
      headers: none,
      fetch: none,
      middleware: none,
      onEvent: none,
      allowInsecureHttp: none,
      dangerouslyAllowBrowser: none,
      Request: none,
      querySerializer: none,
      bodySerializer: none,
      pathSerializer: none,
      requestInitExt: none,
      cache: none,
    });
    void grid.revokeAuthCredential({ path, header: none, signal: none, headers: none, middleware: none, fetch: none });
    void grid.challengeAuthCredential({ path, signal: null });
    void createGridClient({ baseUrl: new URL("https://grid.example") });
  });
});

describe("signedRetry", () => {
  const sign = () => "signature";
  test("resolves to the responses without the 202", async () => {
    const revoked = await signedRetry((signed) => grid.revokeAuthCredential({ path, ...signed }), sign);
    expectTypeOf(revoked.status).toEqualTypeOf<204>();
    const body = { type: "EMAIL_OTP", accountId } as const;
    const created = await signedRetry((signed) => grid.createAuthCredential({ body, ...signed }), sign);
    expectTypeOf(created.status).toEqualTypeOf<201>();
    expectTypeOf(created.data.id).toEqualTypeOf<string>();
    // @ts-expect-error nothing is left to sign
    void created.data.payloadToSign;
  });
});

describe("events", () => {
  test("narrow by type", () => {
    const onEvent = (event: GridEvent) => {
      expectTypeOf(event.attempt).toEqualTypeOf<number>();
      if (event.type === "retry") expectTypeOf(event.delayMs).toEqualTypeOf<number>();
      // @ts-expect-error a request has no status yet
      if (event.type === "request") void event.status;
    };
    void createGridClient({ onEvent });
  });
});

test("every error says whether the server may have carried out the request", () => {
  expectTypeOf<GridTimeoutError["mayHaveBeenProcessed"]>().toEqualTypeOf<boolean>();
  expectTypeOf<GridTimeoutError["operationId"]>().toEqualTypeOf<string | undefined>();
});
