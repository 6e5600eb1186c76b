import { createResponseCheck } from "@grid-sdk/contract";
import { type JsonObject, listOperations, type Operation } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { createReplyQueue, type ApiRequest, readReply } from "../src/index.ts";

const json = (schema: object, examples: object) => ({ content: { "application/json": { schema, examples } } });
const thing = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
const document: JsonObject = {
  paths: {
    "/thing": {
      get: {
        operationId: "getThing",
        responses: {
          200: json(thing, { small: { value: { id: "a" } } }),
          429: {
            ...json({ type: "object" }, {}),
            headers: { "Retry-After": { required: true, schema: { type: "integer" } } },
          },
        },
      },
    },
  },
};
const [operation] = listOperations(document) as [Operation];
const read = (reply: unknown) => readReply(operation, reply, createResponseCheck(document));
const request = { operationId: "getThing", path: "/thing" } as unknown as ApiRequest;

describe("a reply is refused at once, with what is wrong", () => {
  test.each<[unknown, string]>([
    [
      { status: 404 },
      'getThing documents no response {"status":404}. Choose { status }, { example } or both of:\n  200  small\n  429',
    ],
    [{ status: 404, body: {} }, "getThing documents no response"],
    [
      { status: 200, body: {} },
      "getThing: the fragment does not allow this 200: body/id is required. It documents:\n  200  small",
    ],
    [{ status: 429, body: {}, headers: { "Retry-After": "soon" } }, "header/Retry-After must be integer"],
    [{ status: 200, bodi: {} }, "getThing documents no response"],
    [{ status: 200, body: { id: "a" }, example: "small" }, "a reply must be one of"],
    [{ raw: { status: 200 }, networkError: true }, "a reply must be one of"],
    [{ networkError: "gone" }, "networkError must be true or one of refused, reset, reset-in-body, truncated, silence"],
    [{ networkError: "refused", times: 2 }, "Remove times, when and delayMs."],
    [{ raw: { status: 99 } }, "raw must be { status, headers, body } with a status from 200 to 599"],
    [{ raw: { status: 200, body: {} } }, "the body of raw must be a string or bytes"],
    [{ status: 200, headers: { "a b": "c" } }, "Header name must be a valid HTTP token"],
    [{ status: 200, delayMs: -1 }, "delayMs must be a number of milliseconds"],
    [{ status: 200, delayMs: Infinity }, 'For no response at all, use networkError: "silence"'],
    [{ status: 200, times: 0 }, 'times must be a whole number from 1, or "always"; got 0.'],
    [{ status: 200, times: 1.5 }, "times must be a whole number"],
    [{ status: 200, when: true }, "when must be a function of the request"],
    [{ respond: 1 }, "respond must be a function of the request"],
  ])("%j", (reply, message) => {
    expect(() => read(reply)).toThrow(TypeError);
    expect(() => read(reply)).toThrow(message);
  });
});

describe("the queue", () => {
  const take = (...replies: unknown[]) => {
    const queue = createReplyQueue();
    for (const reply of replies) queue.add("getThing", [read(reply)]);
    return Array.from({ length: 4 }, () => {
      const source = queue.take(request)?.source;
      return source?.kind === "raw" ? source.status : source?.kind;
    });
  };
  const raw = (status: number, terms = {}) => ({ raw: { status }, ...terms });

  test("gives counted replies in order, each as often as it says", () => {
    expect(take(raw(201, { times: 2 }), raw(202))).toEqual([201, 201, 202, undefined]);
  });

  test("gives what is for all calls when no counted one is left, the latest first", () => {
    expect(take(raw(500, { times: "always" }), raw(501, { times: Infinity }), raw(201))).toEqual([201, 501, 501, 501]);
  });

  test("passes over what is for other calls, and keeps it", () => {
    let isFor = false;
    const queue = createReplyQueue();
    queue.add("getThing", [read(raw(201, { when: () => isFor })), read(raw(202))]);
    expect(queue.take(request)?.source).toMatchObject({ status: 202 });
    expect(queue.take(request)).toBeUndefined();
    isFor = true;
    expect(queue.take(request)?.source).toMatchObject({ status: 201 });
  });

  test("knows when it is the turn of a refused connection", () => {
    const queue = createReplyQueue();
    queue.add("getThing", [read({ status: 200, times: "always" }), read(raw(201)), read({ networkError: "refused" })]);
    expect(queue.isRefusing()).toBe(false);
    queue.take(request);
    expect(queue.isRefusing()).toBe(true);
    queue.clear();
    expect(queue.isRefusing()).toBe(false);
  });
});
