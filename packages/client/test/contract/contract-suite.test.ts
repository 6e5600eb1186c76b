import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readFragment } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createGridClient } from "../../src/index.ts";
import { credentials } from "../support/example-ids.ts";
import type { WireRequest } from "../support/recording-proxy.ts";
import { checkOutcome } from "./check-outcome.ts";
import { checkWireRequest } from "./check-wire-request.ts";
import type { Json } from "./contract-document.ts";
import { type ContractCase, listCases } from "./list-cases.ts";
import { createValidation } from "./validate-schema.ts";

// A specification of the tests' own: what the suite finds must not depend on the API's.
const fragment: Json = await readFragment(SPECIFICATION);
const cases = listCases(fragment);
const validate = createValidation(fragment);

function findCase(name: string): ContractCase {
  const found = cases.find((contractCase) => contractCase.name === name);
  if (!found) throw new Error(`there is no case ${name}`);
  return found;
}

describe("the cases of the contract suite", () => {
  const withChange = (change: (document: Json) => void): string[] => {
    const document = structuredClone(fragment);
    change(document);
    return listCases(document).map(({ name }) => name);
  };
  const names = cases.map(({ name }) => name);

  test("have names of their own", () => {
    expect(new Set(names).size).toBe(names.length);
  });

  test("cover an operation that is added", () => {
    const responses = { 200: { content: { "application/json": { schema: {}, examples: { all: { value: {} } } } } } };
    const added = withChange(({ paths }) => {
      paths["/auth/new"] = { get: { operationId: "listNew", responses } };
    });
    expect(added.filter((name) => !names.includes(name))).toEqual(["listNew 200 all"]);
  });

  test("cover a status and an example that are added", () => {
    const added = withChange(({ paths }) => {
      const { responses } = paths["/auth/sessions"].get;
      responses["200"].content["application/json"].examples.many = { value: { data: [] } };
      responses["429"] = { description: "" };
    });
    expect(added.filter((name) => !names.includes(name))).toEqual([
      "listAuthSessions 200 many",
      "listAuthSessions 429",
    ]);
  });

  test("send an additional example of a body, even if no response has its name", () => {
    const added = withChange(({ paths }) => {
      for (const name of ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]) {
        paths["/auth/credentials"].post.requestBody.content["application/json"].examples[name] = { value: {} };
      }
    });
    expect(added).toContain("createAuthCredential 201 emailOtp asked with l");
  });

  test("send every example of a body as it is", () => {
    const sent = cases.map(({ operationId, input }) => JSON.stringify([operationId, input.body]));
    const bodies = fragment["paths"]["/auth/credentials"].post.requestBody.content["application/json"].examples;
    for (const { value } of Object.values<Json>(bodies)) {
      expect(sent).toContain(JSON.stringify(["createAuthCredential", value]));
    }
  });
});

describe("the checks of the contract suite", () => {
  const emailOtp = findCase("challengeAuthCredential 200 emailOtp");
  const passkey = findCase("challengeAuthCredential 200 passkey");
  const limited = findCase("challengeAuthCredential 429 rateLimited");
  const { challenge: _, ...passkeyWithoutChallenge } = passkey.answer as Json;
  const { challenge, requestId, expiresAt } = passkey.answer as Json;

  let answer: (message: IncomingMessage, response: ServerResponse) => void;
  const server = createServer((message, response) => answer(message, response));
  beforeAll(() => new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening)));
  afterAll(() => new Promise((closed) => server.close(closed)));

  async function check(
    contractCase: ContractCase,
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ) {
    answer = (_message, response) => {
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    };
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const once = { maxRetries: 0 };
    const grid = createGridClient({ ...credentials, baseUrl, ...once });
    const outcome = await grid.challengeAuthCredential({ path: { id: "a" } }).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    return checkOutcome(contractCase, outcome, validate);
  }

  test("pass what is documented", async () => {
    expect(await check(emailOtp, 200, emailOtp.answer)).toEqual([]);
    expect(await check(passkey, 200, passkey.answer)).toEqual([]);
    expect(await check(limited, 429, limited.answer, { "retry-after": "30" })).toEqual([]);
    const withoutExample = { ...limited, answerHeaders: { "retry-after": undefined } };
    expect(await check(withoutExample, 429, limited.answer, { "retry-after": "7" })).toEqual([]);
  });

  test.each([
    ["one property more on a plain credential", emailOtp, { ...(emailOtp.answer as Json), extra: 1 }, "fits none"],
    [
      "the fields of both branches",
      emailOtp,
      { ...(emailOtp.answer as Json), challenge, requestId, expiresAt },
      "fits #/components/schemas/PasskeyAuthChallenge",
    ],
    ["a passkey that fits neither branch", passkey, passkeyWithoutChallenge, "fits none"],
    [
      "a passkey that fits the other branch",
      passkey,
      { ...(emailOtp.answer as Json), type: "PASSKEY" },
      "fits #/components/schemas/AuthMethodResponse",
    ],
    [
      "a date that is not valid",
      emailOtp,
      { ...(emailOtp.answer as Json), createdAt: "today" },
      'must match format "date-time"',
    ],
  ])("find %s", async (_what, contractCase, body, problem) => {
    const problems = await check(contractCase, 200, body);
    expect(problems.join("\n")).toContain(problem);
  });

  test("find a valid value that differs from the documented one", async () => {
    const problems = await check(emailOtp, 200, { ...(emailOtp.answer as Json), nickname: "other" });
    expect(problems).toEqual([expect.stringMatching(/^data is .*"nickname":"other"/)]);
  });

  test("find another status, error code or header", async () => {
    expect(await check(emailOtp, 404, {})).toEqual([expect.stringMatching(/^expected 200, threw GridApiError/)]);
    expect(await check(limited, 200, emailOtp.answer)).toEqual(["expected a throw for 429, resolved to 200"]);
    const other = { ...(limited.answer as Json), code: "SLOW_DOWN" };
    expect((await check(limited, 429, other, { "retry-after": "30" })).join("\n")).toMatch(/"code":"SLOW_DOWN"/);
    expect((await check(limited, 429, limited.answer)).join("\n")).toContain(
      "retryAfterMs is undefined, expected 30000",
    );
  });

  const verify = findCase("verifyAuthCredential 200 passkey");
  const id = encodeURIComponent(verify.input.path?.["id"] ?? "");
  const request: WireRequest = {
    method: "POST",
    target: `/auth/credentials/${id}/verify`,
    headers: { "content-type": "application/json", "request-id": verify.input.header?.["Request-Id"] },
    body: JSON.stringify(verify.input.body),
  };

  test.each([
    ["another method", { method: "PUT" }, [/^method is "PUT"/]],
    ["another path", { target: "/auth/credentials/%7Bid%7D/verify" }, [/^path is /]],
    ["an undeclared query", { target: `${request.target}?a=1` }, [/^query is /]],
    [
      "a header left out",
      { headers: { "content-type": "application/json" } },
      [/^header Request-Id is undefined/, /must be string/],
    ],
    [
      "another content type",
      { headers: { ...request.headers, "content-type": "text/plain" } },
      [/^content-type is "text\/plain"/],
    ],
    ["another body", { body: "{}" }, [/^body is {}/, /is required/]],
  ])("find %s in the wire request", (_what, change, problems) => {
    const found = checkWireRequest(verify, [{ ...request, ...change }], validate);
    for (const problem of problems) expect(found).toContainEqual(expect.stringMatching(problem));
  });

  test("pass the request of the case on the wire, and no second one", () => {
    expect(checkWireRequest(verify, [request], validate)).toEqual([]);
    expect(checkWireRequest(verify, [request, request], validate)).toEqual(["expected one request, 2 were sent"]);
    expect(checkWireRequest(verify, [], validate)).toEqual(["expected one request, 0 were sent"]);
  });
});
