import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGridMock } from "../src/index.ts";
import { sendRequest } from "./support/send-request.ts";
import { type OwnMock, startOwnMock } from "./support/start-own-mock.ts";

describe("the response fits the request", () => {
  const stack = new AsyncDisposableStack();
  let mock: OwnMock;
  beforeAll(async () => {
    mock = stack.use(await startOwnMock());
  });
  afterAll(() => stack.disposeAsync());

  const assertion = { credentialId: "a", clientDataJson: "b", authenticatorData: "c", signature: "d" };
  const proofs = [
    { type: "EMAIL_OTP", otp: "1" },
    { type: "OAUTH", oidcToken: "t" },
    { type: "PASSKEY", assertion },
  ];
  test.each(proofs)("a proof by $type opens a session of that type", async (proof) => {
    const body = { ...proof, clientPublicKey: "04" };
    const request = { body, headers: { "request-id": "r" } };
    expect(await sendRequest(mock, "POST /auth/credentials/a/verify", request)).toMatchObject({
      status: 200,
      body: { type: proof.type },
    });
  });

  test("a passkey's proof without Request-Id is refused", async () => {
    const body = { type: "PASSKEY", assertion, clientPublicKey: "04" };
    const { status, body: refusal } = await sendRequest(mock, "POST /auth/credentials/a/verify", { body });
    expect(status).toBe(400);
    expect(refusal.details.violations).toMatchObject([
      { where: "header/Request-Id", message: "is required for PASSKEY", code: "required" },
    ]);
  });

  test.each(["text/html", "garbage", "*/*;q=0", "application/xml"])("whatever a client accepts: %s", async (accept) => {
    const request = { headers: { accept } };
    expect(await sendRequest(mock, "POST /auth/credentials/a/challenge", request)).toMatchObject({ status: 200 });
  });

  test("a chosen status has the example of the request's type", async () => {
    mock.reply("createAuthCredential", { status: 202 });
    const body = { type: "OAUTH", accountId: "a", oidcToken: "t" };
    expect(await sendRequest(mock, "POST /auth/credentials", { body })).toMatchObject({
      status: 202,
      body: { type: "OAUTH" },
    });
  });

  test.each(["DELETE /auth/sessions/a", "DELETE /auth/credentials/a"])(
    "%s is done once it is signed",
    async (target) => {
      expect((await sendRequest(mock, target)).status).toBe(202);
      const headers = { "grid-wallet-signature": "s", "request-id": "r" };
      expect((await sendRequest(mock, target, { headers })).status).toBe(204);
    },
  );

  test("its times are of today", async () => {
    const { body } = await sendRequest(mock, "POST /auth/credentials/a/challenge", {
      headers: { prefer: "example=passkey" },
    });
    expect(Date.parse(body.expiresAt)).toBeGreaterThan(Date.now());
    expect(Date.parse(body.updatedAt)).toBeLessThanOrEqual(Date.now());
    expect(body.expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test("its times are the example's, if that is chosen", async () => {
    await using still = await startOwnMock({ clock: "example" });
    const { body } = await sendRequest(still, "DELETE /auth/sessions/a");
    expect(body.expiresAt).toBe("2026-04-08T15:40:00Z");
    await expect(startOwnMock({ clock: "later" as never })).rejects.toThrow(
      'clock must be "now" or "example"; got "later".',
    );
  });
});

describe("a document without examples", () => {
  let directory = "";
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "grid-mock-"));
    return () => rm(directory, { recursive: true, force: true });
  });

  let count = 0;
  /** The first response of `GET /thing`, from a schema; without a dialect, as documents come. */
  const respondFrom = async (schema: unknown, schemas: object = {}, reply?: { readonly status: number }) => {
    const responses = { 200: { description: "A.", content: { "application/json": { schema } } } };
    const document = {
      openapi: "3.1.0",
      info: { title: "A", version: "1" },
      paths: { "/thing": { get: { responses } } },
      components: { schemas },
    };
    const fragment = join(directory, `${++count}.json`);
    await writeFile(fragment, JSON.stringify(document));
    await using mock = await startGridMock({ fragment });
    if (reply) mock.reply("GET /thing" as never, reply as never);
    const response = await sendRequest(mock, "GET /thing");
    return { ...response, note: mock.requests[0]?.note };
  };
  const object = (properties: object, rest: object = {}) => ({
    type: "object",
    required: Object.keys(properties),
    properties,
    ...rest,
  });

  test.each<[string, unknown, object?]>([
    [
      "plain types",
      object({ a: { type: "string" }, b: { type: "integer" }, c: { type: "array", items: { type: "boolean" } } }),
    ],
    [
      "formats",
      object({
        at: { type: "string", format: "date-time" },
        id: { type: "string", format: "uuid" },
        on: { type: "string", format: "date" },
        url: { type: "string", format: "uri" },
        mail: { type: "string", format: "email" },
      }),
    ],
    [
      "bounds",
      object({
        a: { type: "integer", minimum: 7, maximum: 9 },
        b: { type: "string", minLength: 30 },
        c: { type: "array", minItems: 2, items: { type: "string" } },
      }),
    ],
    ["a pattern", object({ a: { type: "string", pattern: "^Session:[0-9a-f]{8}$" } })],
    ["values", object({ a: { enum: ["X", "Y"] }, b: { const: 3 } })],
    [
      "a union by its discriminator",
      {
        oneOf: [{ $ref: "#/components/schemas/Box" }, { $ref: "#/components/schemas/Bag" }],
        discriminator: { propertyName: "kind" },
      },
      { Box: object({ kind: { const: "Box" } }), Bag: object({ kind: { const: "Bag" } }) },
    ],
    [
      "parts, closed",
      { allOf: [object({ a: { type: "string" } }), object({ b: { type: "integer" } })], unevaluatedProperties: false },
    ],
    [
      "a schema that holds itself",
      { $ref: "#/components/schemas/Tree" },
      {
        Tree: object(
          { name: { type: "string" } },
          {
            properties: {
              name: { type: "string" },
              children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
            },
          },
        ),
      },
    ],
    ["a nullable type", object({ a: { type: ["string", "null"] } })],
  ])("gets a valid value of %s, and says so", async (_, schema, schemas) => {
    expect(await respondFrom(schema, schemas)).toMatchObject({
      status: 200,
      note: "GET /thing 200 has no example: made from its schema",
    });
  });

  test("says so too if the test chose the status", async () => {
    const { note } = await respondFrom(object({ a: { type: "string" } }), {}, { status: 200 });
    expect(note).toBe("GET /thing 200 has no example: made from its schema");
  });

  test("gets no property that the schema does not declare", async () => {
    const { body } = await respondFrom(object({ a: { type: "string", pattern: "^[0-9a-f]{8}$" } }));
    expect(Object.keys(body)).toEqual(["a"]);
  });

  test("gets the schema that no value could be made from, and what to do", async () => {
    const { status, body, note } = await respondFrom(
      object({ a: { type: "string", pattern: "^a(?!.)", minLength: 2 } }),
    );
    expect(status).toBe(500);
    expect(body.detail).toMatch(
      /^GET \/thing 200 has no example, and none could be made from its schema: body\/a must /,
    );
    expect(body.detail).toContain('Add an example, or choose a response: mock.reply("GET /thing", { status, body }).');
    expect(note).toBe(body.detail);
  });
});
