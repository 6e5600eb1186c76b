import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { type OwnMock, startOwnMock } from "./support/start-own-mock.ts";
import { authorization, sendRequest } from "./support/send-request.ts";

const CREATE = "POST /auth/credentials";
const VERIFY = "POST /auth/credentials/a/verify";
const CHALLENGE = "POST /auth/credentials/a/challenge";
const attestation = { credentialId: "a", clientDataJson: "b", attestationObject: "c" };
const passkey = { type: "PASSKEY", accountId: "a", nickname: "n", challenge: "c", attestation };
const emailOtp = { type: "EMAIL_OTP", accountId: "a" };

let mock: OwnMock;
beforeAll(async () => {
  mock = await startOwnMock();
  return () => mock.close();
});

const cases: [what: string, target: string, request: object, ...violations: string[]][] = [
  [
    "a placeholder for a path parameter",
    "POST /auth/credentials/%7Bid%7D/challenge",
    {},
    "path/id is a placeholder that was not filled in",
  ],
  ["an empty path parameter", "POST /auth/credentials//challenge", {}, "path/id is empty"],
  ["a missing query parameter", "GET /auth/sessions", {}, "query/accountId is required"],
  [
    "an undeclared query parameter",
    "GET /auth/sessions?accountId=a&undeclared=1",
    {},
    "query/undeclared is not declared",
  ],
  [
    "a body where none is declared",
    "DELETE /auth/sessions/a",
    { body: {} },
    "body is not declared: the operation has no body",
  ],
  ["no body where one is", CREATE, {}, "body is required"],
  ["a body that breaks off", CREATE, { body: '{"type":' }, "body is not valid JSON"],
  ["a body that is not an object", CREATE, { body: [] }, "body must be object"],
  ["null for a body", CREATE, { body: "null" }, "body must be object"],
  [
    "another content type",
    CREATE,
    { body: emailOtp, headers: { "content-type": "text/plain" } },
    "header/content-type must be application/json",
  ],
  [
    "a content type that is not valid",
    CREATE,
    { body: emailOtp, headers: { "content-type": "json" } },
    "header/content-type must be application/json",
  ],
  ["no discriminator", CREATE, { body: { accountId: "a" } }, "body/type is required"],
  [
    "an unknown discriminator",
    CREATE,
    { body: { ...emailOtp, type: "toString" } },
    "body/type must be one of EMAIL_OTP, OAUTH, PASSKEY",
  ],
  ["an undeclared property", CREATE, { body: { ...emailOtp, extra: 1 } }, "body/extra is not declared"],
  ["a property of another branch", CREATE, { body: { ...emailOtp, oidcToken: "t" } }, "body/oidcToken is not declared"],
  [
    "an undeclared property further in",
    CREATE,
    { body: { ...passkey, attestation: { ...attestation, extra: 1 } } },
    "body/attestation/extra is not declared",
  ],
  [
    "a missing property of only the branch",
    CREATE,
    { body: { type: "OAUTH", accountId: "a" } },
    "body/oidcToken is required",
  ],
  [
    "several things at once",
    VERIFY,
    { body: { type: "EMAIL_OTP", otp: 1, x: 1 } },
    "body/clientPublicKey is required",
    "body/otp must be string",
    "body/x is not declared",
  ],
  [
    "an unknown value of an enum",
    CREATE,
    { body: { ...passkey, attestation: { ...attestation, transports: ["usb", "wire"] } } },
    "body/attestation/transports/1 must be one of usb, nfc, ble, internal, hybrid",
  ],
];

test.each(cases)("responds to %s with 400 and the reason", async (_, target, request, ...violations) => {
  const { status, headers, body } = await sendRequest(mock, target, { headers: {}, ...request });
  expect({ status, body }).toMatchObject({ status: 400, body: { status: 400, code: "INVALID_INPUT" } });
  expect(headers.get("content-type")).toBe("application/json");
  const found = body.details.violations.map(({ where, message }: Record<string, string>) => `${where} ${message}`);
  expect(found.toSorted()).toEqual(violations);
  expect(body.message).toBe(`The request breaks the contract: ${found.join("; ")}.`);
});

test.each(["", "Basic", `Basic ${btoa("no-colon")}`, "Bearer token"])(
  "responds to the credentials %j with 401",
  async (header) => {
    expect(await sendRequest(mock, CHALLENGE, { headers: { authorization: header } })).toMatchObject({
      status: 401,
      body: { code: "UNAUTHORIZED", details: { violations: [{ where: "header/authorization" }] } },
    });
  },
);

test.each(["a:b:c", "päß✓", ""])("accepts the secret %j", async (secret) => {
  const header = `Basic ${Buffer.from(`token-id:${secret}`).toString("base64")}`;
  expect(await sendRequest(mock, CHALLENGE, { headers: { authorization: header } })).toMatchObject({ status: 200 });
});

test("accepts bodies with every declared property, and a charset", async () => {
  const body = { ...passkey, attestation: { ...attestation, transports: ["usb"] } };
  const headers = { "content-type": "application/json; charset=utf-8" };
  expect(await sendRequest(mock, CREATE, { body, headers })).toMatchObject({ status: 201 });
});

test("never quotes the value that it refuses", async () => {
  await sendRequest(mock, VERIFY, { body: '{"otp": 481920x' });
  const { body } = await sendRequest(mock, VERIFY, {
    body: { type: "EMAIL_OTP", otp: 481920, clientPublicKey: [481920] },
  });
  expect(JSON.stringify([body, mock.requests.map(({ violations }) => violations)])).not.toContain("481920");
});

test("responds to a dot segment with 400, which fetch would have resolved", async () => {
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  socket.end(
    `DELETE /auth/credentials/.. HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\nConnection: close\r\n\r\n`,
  );
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain("path/id is a dot segment");
});

test.each([
  ["GET /auth/sessions/%zz", 405],
  ["DELETE /auth/sessions/%zz", 400],
  ["GET /auth/sessions/", 404],
  ["OPTIONS *", 404],
])("responds to %s in order, and records it", async (request, status) => {
  mock.reset();
  const [method, target] = request.split(" ");
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  socket.end(
    `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\nConnection: close\r\n\r\n`,
  );
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(mock.requests).toMatchObject([{ method, path: target, status }]);
});

test("serves a target in absolute form", async () => {
  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  socket.end(
    `GET http://api.example/auth/sessions?accountId=a HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\nConnection: close\r\n\r\n`,
  );
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
});

test("says which methods a path has", async () => {
  const { status, body } = await sendRequest(mock, "PUT /auth/credentials/a/challenge");
  expect(status).toBe(405);
  expect(body.details.violations).toEqual([
    { where: "method", message: "is not documented for this path, which has POST" },
  ]);
});
