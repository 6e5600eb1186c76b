import { afterEach, describe, expect, test, vi } from "vitest";
import {
  createGridClient,
  createGridFetch,
  type GridClientOptions,
  GridConfigError,
  type GridLogger,
} from "../src/index.ts";
import { catchError } from "./support/catch-error.ts";
import { credentials } from "./support/example-ids.ts";
import { reset, respond, respondJson, serveScript } from "./support/scripted-server.ts";

const server = await serveScript();

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const LEVELS = ["debug", "info", "warn", "error"] as const;

function keepLines(): { lines: string[]; logger: GridLogger } {
  const lines: string[] = [];
  const write = (level: string) => (line: string) =>
    void lines.push(`${level} ${line.replace(/\d+ ms$|\d+ ms,/, "N ms")}`);
  return { lines, logger: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") } };
}
const create = (options: GridClientOptions) => createGridClient({ ...credentials, baseUrl: server.url, ...options });
const path = { id: "AuthMethod:1" };

describe("a logger gets a line for", () => {
  test("every request, response and retry", async () => {
    const { lines, logger } = keepLines();
    server.script(
      respond(429, "", { "Retry-After": "0" }),
      respondJson(200, { type: "OAUTH" }, { "X-Request-Id": "r-1" }),
    );
    await create({ logger: logger }).challengeAuthCredential({ path });
    expect(lines).toEqual([
      "debug grid challengeAuthCredential: request, attempt 1",
      "warn grid challengeAuthCredential: response, attempt 1, status 429, N ms",
      "warn grid challengeAuthCredential: retry, attempt 1, 429, again in N ms",
      "debug grid challengeAuthCredential: request, attempt 2",
      "info grid challengeAuthCredential: response, attempt 2, status 200, N ms request id r-1",
    ]);
  });

  test("every error, once", async () => {
    const { lines, logger } = keepLines();
    const grid = create({ logger: logger, maxRetries: 0 });
    const errorsOf = async (call: Promise<unknown>) => {
      await catchError(call);
      return lines.splice(0).filter((line) => line.startsWith("error"));
    };
    server.script(reset);
    expect(await errorsOf(grid.challengeAuthCredential({ path }))).toEqual([
      "error grid challengeAuthCredential: error, attempt 1, GridConnectionError, N ms",
    ]);
    server.script(respond(307, "", { Location: "/" }));
    expect(await errorsOf(grid.challengeAuthCredential({ path }))).toEqual([
      "error grid challengeAuthCredential: end with an error (response), attempt 1, status 307, N ms",
    ]);
    server.script(respond(200, "<p>"));
    expect(await errorsOf(grid.challengeAuthCredential({ path }))).toHaveLength(1);
    expect(await errorsOf(grid.challengeAuthCredential({ path: { id: ".." } }))).toEqual([
      "error grid challengeAuthCredential: end with an error (input), attempt 0, N ms",
    ]);
  });

  test("calls of createGridFetch, by method and path if the specification has no such operation", async () => {
    const { lines, logger } = keepLines();
    server.script(respondJson(200, {}));
    await createGridFetch({ ...credentials, baseUrl: server.url, logger: logger })(`${server.url}/other`);
    expect(lines[0]).toBe("debug grid GET /other: request, attempt 1");
  });
});

test("a line stays one line of plain characters, whatever text the server or the caller sends", async () => {
  const { lines, logger } = keepLines();
  server.script(respondJson(200, {}, { "X-Request-Id": "r\u00e4-1" }));
  await create({ logger: logger }).http.GET("/a\n\u001b[31mb" as never, {} as never);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/^[ -~]+$/);
});

test("no line has a header, a parameter or a body", async () => {
  const { lines, logger } = keepLines();
  server.script(respondJson(400, { code: "MARKED", message: "MARKED" }, { "X-Other": "MARKED" }));
  const grid = create({ logger: logger, clientSecret: "MARKED", headers: { "X-Team": "MARKED" } });
  await catchError(grid.challengeAuthCredential({ path: { id: "MARKED" } }));
  await catchError(grid.createAuthCredential({ body: { type: "EMAIL_OTP", accountId: "MARKED" } }));
  expect(lines).toHaveLength(4);
  expect(lines.join("\n")).not.toContain("MARKED");
});

test("a logger that throws breaks nothing", async () => {
  const fail = () => expect.unreachable();
  server.script(respondJson(200, { type: "OAUTH" }));
  const grid = create({ logger: { debug: fail, info: fail, warn: fail, error: fail } });
  expect((await grid.challengeAuthCredential({ path })).status).toBe(200);
});

test("a logger that returns a promise that rejects breaks nothing", async () => {
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown) => void rejections.push(reason);
  process.on("unhandledRejection", onRejection);
  const fail = async () => Promise.reject(new Error("the log is full"));
  server.script(respondJson(200, { type: "OAUTH" }));
  const grid = create({ logger: { debug: fail, info: fail, warn: fail, error: fail } });
  expect((await grid.challengeAuthCredential({ path })).status).toBe(200);
  await new Promise(setImmediate);
  process.off("unhandledRejection", onRejection);
  expect(rejections).toEqual([]);
});

describe("GRID_LOG", () => {
  test.each([
    ["debug", 4],
    ["info", 2],
    ["warn", 1],
    ["error", 0],
    ["off", 0],
  ])("= %s is the lowest level of a logger, and of the console without one", async (level, count) => {
    vi.stubEnv("GRID_LOG", level);
    const printed = LEVELS.map((name) => vi.spyOn(console, name).mockReturnValue());
    const { lines, logger } = keepLines();
    const clients = [create({ logger: logger, maxRetries: 0 }), create({ maxRetries: 0 })];
    for (const grid of clients) {
      server.script(respondJson(200, { type: "OAUTH" }), respond(400));
      await grid.challengeAuthCredential({ path });
      await catchError(grid.challengeAuthCredential({ path }));
    }
    expect(lines).toHaveLength(count);
    expect(printed.flatMap(({ mock }) => mock.calls)).toHaveLength(count);
  });

  test.each(["", undefined])("= %s writes nothing without a logger", async (value) => {
    vi.stubEnv("GRID_LOG", value);
    const printed = LEVELS.map((name) => vi.spyOn(console, name).mockReturnValue());
    server.script(respond(404));
    await catchError(create({}).challengeAuthCredential({ path }));
    expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  test("must be a level", () => {
    vi.stubEnv("GRID_LOG", "verbose");
    const message = 'GRID_LOG must be debug, info, warn, error or off; got "verbose".';
    expect(() => create({})).toThrow(new GridConfigError(message));
  });
});

test("a logger must have a method for each level", () => {
  const logger = { debug: () => {}, error: () => {} } as unknown as GridLogger;
  const message = "logger must have the methods debug, info, warn, error; missing: info, warn.";
  expect(() => create({ logger })).toThrow(new GridConfigError(message));
});
