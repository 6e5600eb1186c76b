import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { startGridMock } from "../src/index.ts";
import { type OwnMock, startOwnMock } from "./support/start-own-mock.ts";

const challenge = "/auth/credentials/AuthMethod%3A1/challenge";
const authorization = `Basic ${btoa("id:secret")}`;

async function post(url: string, headers: Record<string, string> = {}, body?: unknown) {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization, ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

describe("the mock", () => {
  let mock: OwnMock;
  beforeAll(async () => {
    mock = await startOwnMock();
    return () => mock.close();
  });

  test("responds with the first example, and with the one that is preferred", async () => {
    expect(await post(mock.url + challenge)).toMatchObject({ status: 200, body: { type: "EMAIL_OTP" } });
    const passkey = await post(mock.url + challenge, { prefer: "example=passkey" });
    expect(passkey).toMatchObject({ status: 200, body: { type: "PASSKEY", requestId: expect.any(String) } });
  });

  test("responds with a preferred status, its example and its headers", async () => {
    const { status, headers, body } = await post(mock.url + challenge, { prefer: "code=429" });
    expect({ status, body }).toMatchObject({ status: 429, body: { code: "RATE_LIMITED" } });
    expect(headers.get("retry-after")).toBe("30");
    expect(headers.get("content-type")).toBe("application/json");
  });

  test("responds 204 without a body or a content type", async () => {
    const response = await fetch(`${mock.url}/auth/sessions/Session%3A1`, {
      method: "DELETE",
      headers: { authorization, prefer: "code=204" },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("content-type")).toBeNull();
  });

  test("refuses a request without credentials", async () => {
    const response = await fetch(mock.url + challenge, { method: "POST" });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("refuses a body that fits no schema, whatever was preferred", async () => {
    const body = { type: "EMAIL_OTP" };
    expect(await post(`${mock.url}/auth/credentials`, { prefer: "code=201" }, body)).toMatchObject({ status: 400 });
  });

  test("refuses a body that is not JSON", async () => {
    expect(await post(`${mock.url}/auth/credentials`, {}, '{"type":')).toMatchObject({ status: 400 });
  });

  test("refuses a missing query parameter", async () => {
    const response = await fetch(`${mock.url}/auth/sessions`, { headers: { authorization } });
    expect(response.status).toBe(400);
  });

  test("says what it does not know", async () => {
    expect(await post(`${mock.url}/nothing`)).toMatchObject({
      status: 404,
      body: { title: "Path not documented" },
    });
    for (const prefer of ["example=nope", "code=418", "code=abc", "code=200, example=rateLimited"]) {
      expect(await post(mock.url + challenge, { prefer })).toMatchObject({
        status: 400,
        body: {
          code: "INVALID_INPUT",
          message: expect.stringMatching(/does not document\. It documents:\n {2}200 {2}emailOtp/),
        },
      });
    }
  });

  test("serves the base path of the server too", async () => {
    expect(await post(`${mock.url}/grid/2025-10-13${challenge}`)).toMatchObject({ status: 200 });
  });
});

describe("starting and stopping", () => {
  test("gives each mock a port of its own, and frees it at the end of the block", async () => {
    let url = "";
    {
      await using first = await startGridMock();
      await using second = await startGridMock();
      expect(first.url).not.toBe(second.url);
      ({ url } = first);
      expect((await post(url + challenge)).status).toBe(200);
    }
    await expect(fetch(url + challenge)).rejects.toThrow("fetch failed");
  });

  test("closes twice without complaint, and with a connection open", async () => {
    const mock = await startGridMock();
    await post(mock.url + challenge);
    await mock.close();
    await expect(mock.close()).resolves.toBeUndefined();
  });

  test("rejects if the port is in use", async () => {
    await using mock = await startGridMock();
    await expect(startGridMock({ port: Number(new URL(mock.url).port) })).rejects.toThrow("EADDRINUSE");
  });
});

describe("another fragment", () => {
  let directory = "";
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "grid-mock-"));
    return () => rm(directory, { recursive: true, force: true });
  });

  const write = async (name: string, text: string) => {
    const path = join(directory, name);
    await writeFile(path, text);
    return path;
  };
  const document = (example: unknown) =>
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Ping", version: "1" },
      paths: {
        "/ping": {
          post: {
            responses: {
              "200": {
                description: "pong",
                content: {
                  "application/json": {
                    schema: { type: "object", required: ["pong"], properties: { pong: { type: "boolean" } } },
                    examples: { pong: { value: example } },
                  },
                },
              },
            },
          },
        },
      },
    });

  test("is served by its path", async () => {
    await using mock = await startGridMock({ fragment: await write("ping.json", document({ pong: true })) });
    expect(await post(`${mock.url}/ping`)).toMatchObject({ status: 200, body: { pong: true } });
  });

  test("refuses a request in words of its own where the document has none", async () => {
    await using mock = await startGridMock({ fragment: await write("ping.json", document({ pong: true })) });
    expect(await post(`${mock.url}/ping?x=1`)).toMatchObject({
      status: 422,
      body: { details: { violations: [{ where: "query/x", message: "is not declared" }] } },
    });
  });

  test("names its operations by method and path where they have no id", async () => {
    await using mock = await startGridMock({ fragment: await write("ping.json", document({ pong: true })) });
    expect(() => mock.reply("ping" as never, { example: "pong" } as never)).toThrow(/It has:\n {2}POST \/ping$/);
    mock.reply("POST /ping" as never, { example: "pong" } as never);
    await post(`${mock.url}/ping`);
    expect(mock.requests).toMatchObject([{ operationId: "POST /ping" }]);
  });

  test("responds 500 if its own example breaks its schema", async () => {
    await using mock = await startGridMock({ fragment: await write("broken.json", document({ pong: 1 })) });
    const { status, body } = await post(`${mock.url}/ping`);
    expect(status).toBe(500);
    expect(body).toMatchObject({
      detail: 'The example "pong" of POST /ping 200 breaks the fragment: body/pong must be boolean.',
    });
  });

  test.each<[string, object, string]>([
    ["of OpenAPI 3.0", { openapi: "3.0.3" }, 'openapi must be 3.1.x; found "3.0.3".'],
    [
      "with a circle of references",
      { components: { schemas: { A: { $ref: "#/components/schemas/A" } } } },
      "/components/schemas/A/$ref: #/components/schemas/A refers to itself.",
    ],
    [
      "with a pattern that is not valid",
      { components: { schemas: { A: { pattern: "(" } } } },
      '"(" is not a valid regular expression',
    ],
  ])("is refused at the start: one %s", async (_, change, reason) => {
    const fragment = await write("wrong.json", JSON.stringify({ ...JSON.parse(document({ pong: true })), ...change }));
    await expect(startGridMock({ fragment })).rejects.toThrow(reason);
  });

  test("is refused if it is not an OpenAPI document or does not exist", async () => {
    const path = await write("no.yaml", "hello: world\n");
    await expect(startGridMock({ fragment: path })).rejects.toThrow(
      "no.yaml:1, /openapi: openapi must be 3.1.x; found nothing.",
    );
    await expect(startGridMock({ fragment: join(directory, "none.yaml") })).rejects.toThrow("ENOENT");
  });
});

describe("an option", () => {
  test.each<[object, string]>([
    [{ port: "4020" }, 'port must be a whole number from 0 to 65535; got "4020".'],
    [{ host: 1 }, "host must be a string that is not empty; got 1."],
    [{ allowHosts: [1] }, "allowHosts must be a list of strings; got [ 1 ]."],
    [{ fragment: [] }, "fragment must be a string that is not empty; got []."],
    [{ onRequest: "log" }, 'onRequest must be a function; got "log".'],
    [{ seed: {} }, "seed is not an option. The options are port, host, allowHosts, fragment, onRequest, clock."],
  ])("%j is refused", async (options, message) => {
    await expect(startGridMock(options)).rejects.toThrow(new TypeError(message));
  });
});
