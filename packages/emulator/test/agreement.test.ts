import { fileURLToPath } from "node:url";
import { fieldOf, listOperations, type Operation, readFragment } from "@grid-sdk/openapi";
import { startGridMock } from "@grid-sdk/mock";
import { startGridMock as startLatestMock } from "@grid-sdk/mock/latest";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { startGridEmulator } from "../src/index.ts";
import { startGridEmulator as startLatestEmulator } from "../src/latest.ts";

const LINES = [
  { line: "2026-04-23", core: "@grid-sdk/core", startMock: startGridMock, startEmulator: startGridEmulator },
  { line: "latest", core: "@grid-sdk/core/latest", startMock: startLatestMock, startEmulator: startLatestEmulator },
];

/** What both servers show of the requests that they received. */
interface Server {
  readonly url: string;
  readonly requests: Awaited<ReturnType<typeof startGridMock>>["requests"];
  close(): Promise<void>;
}

interface Sent {
  readonly method: string;
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

/** Requests of every operation, right and wrong: in path, query, headers, credentials and body. */
const drawRequest = (operations: readonly Operation[]) =>
  fc.constantFrom(...operations).chain((operation) => {
    const bodies = [...(operation.requestBody?.examples.values() ?? [])];
    const path = fc
      .constantFrom("AuthMethod:1", "", "%zz", "%7Bid%7D", "..", "%2e%2e")
      .map((id) => operation.path.replace(/\{\w+\}/, id));
    const query = fc.constantFrom(
      "",
      "?accountId=a",
      "?accountId=",
      "?accountId=a&accountId=b",
      "?undeclared=1",
      "?accountId=a&x=1",
    );
    const authorization = fc.constantFrom(`Basic ${btoa("a:b")}`, `Basic ${btoa("a")}`, "Bearer x", "Basic", undefined);
    const type = fc.constantFrom("application/json", "application/json; charset=utf-8", "text/plain", undefined);
    const wrong = fc.constantFrom("", "{", "[]", "null", "1", '"text"', "{}", '{"type":"toString"}');
    const broken = bodies.length === 0 ? wrong : fc.oneof(wrong, fc.constantFrom(...bodies).chain(breakBody));
    const body = fc.oneof(fc.constant(undefined), broken);
    return fc.record({ path, query, authorization, type, body }).map((drawn) => describeSent(operation.method, drawn));
  });

interface Drawn {
  readonly path: string;
  readonly query: string;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly body: string | undefined;
}

function describeSent(method: string, { path, query, authorization, type, body }: Drawn): Sent {
  const sent = method === "GET" ? undefined : body;
  const headers: Record<string, string> = {};
  if (authorization !== undefined) headers["authorization"] = authorization;
  if (type !== undefined && sent !== undefined) headers["content-type"] = type;
  return { method, target: path + query, headers, body: sent };
}

/** A body with a property taken away, added, or of another type. */
function breakBody(value: unknown): fc.Arbitrary<string> {
  const body = fieldOf({ body: value }, "body");
  const name = fc.constantFrom(...Object.keys(body), "clientPublicKey");
  return fc
    .oneof(
      fc.constant(body),
      name.map((key) => Object.assign({}, body, { [key]: undefined })),
      name.chain((key) =>
        fc.constantFrom(1, null, [], {}, "", "OAUTH").map((other) => Object.assign({}, body, { [key]: other })),
      ),
      fc.constantFrom("extra", "__proto__x", "oidcToken").map((key) => Object.assign({}, body, { [key]: "1" })),
    )
    .map((changed) => JSON.stringify(changed));
}

async function send(url: string, { method, target, headers, body }: Sent) {
  const response = await fetch(url + target, { method, headers, ...(body !== undefined && { body }) });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
}

describe.each(LINES)("on $line", ({ core, startMock, startEmulator }) => {
  let mock: Server;
  let emulator: Server;
  let operations: readonly Operation[];
  beforeAll(async () => {
    operations = listOperations(await readFragment(fileURLToPath(import.meta.resolve(`${core}/openapi.json`))));
    [mock, emulator] = await Promise.all([startMock(), startEmulator()]);
    return () => Promise.all([mock.close(), emulator.close()]);
  });

  test("what the mock refuses, the emulator refuses with the same response and the same violations", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(drawRequest(operations), async (sent) => {
        const [byMock, byEmulator] = [await send(mock.url, sent), await send(emulator.url, sent)];
        const violations = mock.requests.at(-1)?.violations ?? [];
        expect(emulator.requests.at(-1)?.violations).toEqual(violations);
        if (violations.length === 0) return;
        refused += 1;
        // Where the document says nothing of the status, each server has words of its own.
        const operation = operations.find(({ id }) => id === mock.requests.at(-1)?.operationId);
        const isDocumented = operation?.responses.has(byMock.status) ?? true;
        expect(isDocumented ? byEmulator : byEmulator.status).toEqual(isDocumented ? byMock : byMock.status);
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  test.each(["GET /nothing", "PUT /auth/credentials", "GET /auth/sessions/", "POST /auth/credentials//challenge"])(
    "%s is refused alike",
    async (line) => {
      const [method = "", target = ""] = line.split(" ");
      const sent = { method, target, headers: { authorization: `Basic ${btoa("a:b")}` }, body: undefined };
      expect(await send(emulator.url, sent)).toEqual(await send(mock.url, sent));
    },
  );

  test("both accept the path that production has", async () => {
    const target = `/grid/2025-10-13/auth/sessions?accountId=InternalAccount:019542f5-b3e7-1d02-0000-000000000002`;
    const sent = { method: "GET", target, headers: { authorization: `Basic ${btoa("a:b")}` }, body: undefined };
    expect([(await send(mock.url, sent)).status, (await send(emulator.url, sent)).status]).toEqual([200, 200]);
  });
});
