import { type GridMock, startGridMock } from "@grid-sdk/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startStockPrism } from "../support/stock-prism.ts";
import type { Json } from "./contract-document.ts";

interface Difference {
  /** The request. */
  readonly name: string;
  /** Why the mock differs from Prism. */
  readonly why: string;
  readonly method: string;
  readonly path: string;
  readonly secret?: string;
  readonly body?: string;
  readonly prefer?: string;
  /** The statuses of the responses. */
  readonly prism: number;
  readonly mock: number;
}

const CHALLENGE = "/auth/credentials/AuthMethod%3A1/challenge";
const CREATE = { method: "POST", path: "/auth/credentials" };
const EMAIL_OTP = { type: "EMAIL_OTP", accountId: "InternalAccount:1" };
const passkey = {
  type: "PASSKEY",
  accountId: "InternalAccount:1",
  nickname: "Work laptop",
  challenge: "c",
  attestation: { credentialId: "a", clientDataJson: "b", attestationObject: "c", extra: "d" },
};
const passkeyProof = {
  type: "PASSKEY",
  assertion: { credentialId: "a", clientDataJson: "b", authenticatorData: "c", signature: "d" },
  clientPublicKey: "04",
};

const differences: Difference[] = [
  {
    name: "a path parameter that was not filled in",
    why: "it is the mistake of a client that was given no id, and no id looks like this",
    method: "POST",
    path: "/auth/credentials/%7Bid%7D/challenge",
    prism: 200,
    mock: 400,
  },
  {
    name: "a query parameter that is not declared",
    why: "a misspelt parameter is ignored by the API, and the test that should show it passes",
    method: "GET",
    path: "/auth/sessions?accountId=a&undeclared=1",
    prism: 200,
    mock: 400,
  },
  {
    name: "a body with a property that is not declared",
    why: "a misspelt property is ignored by the API, and the test that should show it passes",
    ...CREATE,
    body: JSON.stringify({ ...EMAIL_OTP, extra: 1 }),
    prism: 201,
    mock: 400,
  },
  {
    name: "a body with a property of another branch",
    why: "the fields of a credential depend on its type",
    ...CREATE,
    body: JSON.stringify({ ...EMAIL_OTP, oidcToken: "token" }),
    prism: 201,
    mock: 400,
  },
  {
    name: "a body with a nested property that is not declared",
    why: "it is as wrong further in",
    ...CREATE,
    body: JSON.stringify(passkey),
    prism: 201,
    mock: 400,
  },
  {
    name: "a secret with a colon",
    why: "only the first colon divides user and password (RFC 7617, section 2)",
    method: "POST",
    path: CHALLENGE,
    secret: "a:b:c",
    prism: 401,
    mock: 200,
  },
  {
    name: "a passkey's proof without the Request-Id of its challenge",
    why: "the operation says that it is needed, and a real verification fails without it",
    method: "POST",
    path: "/auth/credentials/AuthMethod%3A1/verify",
    body: JSON.stringify(passkeyProof),
    prism: 200,
    mock: 400,
  },
  {
    name: "a preference for what is not documented",
    why: "a misspelt preference is a mistake of the test",
    method: "POST",
    path: CHALLENGE,
    prefer: "code=418",
    prism: 404,
    mock: 400,
  },
  {
    name: "the base path of the server",
    why: "a client may be given the mock's URL with the path that production has",
    method: "POST",
    path: `/grid/2025-10-13${CHALLENGE}`,
    prism: 404,
    mock: 200,
  },
];

const stack = new AsyncDisposableStack();
let prism: { url: string };
let mock: GridMock;

beforeAll(async () => {
  [prism, mock] = await Promise.all([startStockPrism(), startGridMock()]);
  stack.use(prism as { url: string } & AsyncDisposable);
  stack.use(mock);
});
afterAll(() => stack.disposeAsync());

function send(
  url: string,
  { method, path, secret = "secret", body, prefer }: Partial<Difference>,
  signal?: AbortSignal,
) {
  const authorization = `Basic ${btoa(`id:${secret}`)}`;
  return fetch(url + path, {
    method: method ?? "GET",
    headers: {
      authorization,
      ...(prefer !== undefined && { prefer }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  });
}

describe("differences between the mock and the stock Prism", () => {
  test.each(differences)("$name: $prism becomes $mock, because $why", async (difference) => {
    const [stock, own] = await Promise.all([send(prism.url, difference), send(mock.url, difference)]);
    expect({ prism: stock.status, mock: own.status }).toEqual({ prism: difference.prism, mock: difference.mock });
  });

  test("a body that breaks off gets a 400 instead of no response, because a test should fail and not hang", async () => {
    const broken = { ...CREATE, body: '{"type":' };
    expect((await send(mock.url, broken)).status).toBe(400);

    const abort = new AbortController();
    let answered = false;
    const pending = send(prism.url, broken, abort.signal).then(
      () => (answered = true),
      () => {},
    );
    // Prism responds in the order of arrival: a later request gets a response, and this one does not.
    for (let later = 0; later < 5; later++) {
      expect((await send(prism.url, { method: "POST", path: CHALLENGE })).status).toBe(200);
    }
    expect(answered).toBe(false);
    abort.abort();
    await pending;
  });

  test("a refusal: the documented failure gets the reasons, because without them nobody finds the mistake", async () => {
    const wrong = { ...CREATE, body: JSON.stringify({ type: "EMAIL_OTP" }) };
    const [stock, own] = await Promise.all([send(prism.url, wrong), send(mock.url, wrong)]);
    expect([stock.status, own.status]).toEqual([400, 400]);
    const [stockBody, ownBody] = (await Promise.all([stock.json(), own.json()])) as [Json, Json];
    expect(stockBody["details"]).toEqual({ field: "id", reason: "not a valid id" });
    expect(ownBody).toEqual({
      ...stockBody,
      message: "The request breaks the contract: body/accountId is required.",
      details: { violations: [{ where: "body/accountId", message: "is required", code: "required" }] },
    });
  });
});
