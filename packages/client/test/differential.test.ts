import fc from "fast-check";
import createClient from "openapi-fetch";
import { expect, test } from "vitest";
import { createGridClient } from "../src/index.ts";
import { authorization, credentials } from "./support/example-ids.ts";
import { type ReceivedRequest, respond, serveScript } from "./support/scripted-server.ts";

// The same call through plain openapi-fetch and through grid.http: compares what a real server received and the response.

type AnyClient = Record<string, (path: string, init: object) => Promise<{ response: Response }>>;

const server = await serveScript();
const options = { baseUrl: server.url, headers: { "x-client": "both" } };
const library = createClient(options) as unknown as AnyClient;
const grid = createGridClient({ ...credentials, ...options, maxRetries: 0 });
const http = grid.http as unknown as AnyClient;

const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom("", ".", "..", "a/b", "ä€", "%2e", "{id}"),
);
const flat = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(fc.constantFrom("k", "l"), scalar));
const token = fc.constantFrom("x-a", "X-A", "x-b", "accept", "content-type", "x-client");
const headerValue = fc.oneof(
  fc.stringMatching(/^[!-~]([ -~]*[!-~])?$/),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.array(fc.stringMatching(/^[a-z0-9]+$/), { maxLength: 3 }),
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const init = fc.record({
  params: optional(
    fc.record({
      path: fc.constantFrom({}).chain(() => fc.record({ id: flat })),
      query: optional(
        fc.dictionary(fc.constantFrom("a", "b c", "ü"), fc.oneof(flat, fc.constant(null)), { maxKeys: 3 }),
      ),
      header: optional(fc.dictionary(token, headerValue, { maxKeys: 2 })),
    }),
  ),
  headers: optional(
    fc.oneof(
      fc.dictionary(token, headerValue, { maxKeys: 3 }),
      fc.dictionary(token, fc.constant("1")).map((given) => new Headers(given)),
    ),
  ),
  body: optional(fc.jsonValue()),
  parseAs: optional(fc.constantFrom("json", "text", "blob", "arrayBuffer", "stream")),
  querySerializer: optional(
    fc.oneof(
      fc.record({ array: fc.record({ style: fc.constantFrom("form", "pipeDelimited"), explode: fc.boolean() }) }),
      fc.record({ object: fc.record({ style: fc.constantFrom("form", "deepObject"), explode: fc.boolean() }) }),
      fc.constant(() => "own=1"),
    ),
  ),
  bodySerializer: optional(fc.constant((body: unknown) => `own ${JSON.stringify(body)}`)),
  middleware: optional(
    fc.constant([{ onRequest: ({ request }: { request: Request }) => request.headers.set("x-middleware", "1") }]),
  ),
});

const call = fc.record({
  method: fc.constantFrom("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"),
  path: fc.constantFrom("/auth/sessions", "/auth/sessions/{id}", "/{id}/x/{id}", "/{.id}", "/{;id*}", "/{id*}"),
  init: init,
});

const responses = fc.constantFrom(
  respond(200, '{"data":[1]}'),
  respond(200, '{"data":[1]}', { "Content-Length": undefined }),
  respond(200, "not json"),
  respond(200, "", { "Content-Length": "0" }),
  respond(204, "", { "Content-Length": undefined }),
  respond(404, '{"code":"X"}'),
  respond(400, "plain"),
  respond(401),
);

const isSegment = (value: unknown) => !["", ".", "..", undefined].includes(value as string);

/** Inputs that docs/options.md lists as refused: a path parameter that is missing, is not one segment, or is not a string although the specification says so. */
function isRefused(method: string, path: string, id: unknown): boolean {
  if (!path.includes("{")) return false;
  if (method === "DELETE" && path === "/auth/sessions/{id}" && typeof id !== "string") return true;
  const parts = typeof id === "object" && id !== null ? Object.values(id) : [id];
  return parts.length === 0 || !parts.every(isSegment);
}

async function observe(
  client: AnyClient,
  { method, path, init: given }: { method: string; path: string; init: object },
) {
  server.requests.length = 0;
  const outcome = await client[method]?.(path, given).then(
    async ({ response, ...result }) => ({ ...(await readAll(result)), status: response.status, url: response.url }),
    (error: Error) => ({ name: error.name, message: error.message }),
  );
  return { outcome, received: server.requests.map(withoutOwnHeaders) };
}

async function readAll(result: { data?: unknown }): Promise<object> {
  const { data } = result;
  if (data instanceof Blob) return { blob: await data.text(), type: data.type };
  if (data instanceof ArrayBuffer) return { bytes: new TextDecoder().decode(data) };
  if (data instanceof ReadableStream) return { stream: await new Response(data).text() };
  return result;
}

function withoutOwnHeaders({ headers, ...request }: ReceivedRequest) {
  const { authorization: _authorization, "user-agent": _agent, ...rest } = headers;
  return { ...request, headers: rest };
}

test("grid.http differs from openapi-fetch only in its credentials, its user agent and what it refuses", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(call, responses, async (given, behave) => {
      server.script(behave);
      const ours = await observe(http, given);
      if (isRefused(given.method, given.path, given.init.params?.path.id)) {
        expect(ours).toMatchObject({ outcome: { name: "GridInputError" }, received: [] });
        return;
      }
      for (const request of server.requests) expect(request.headers).toMatchObject({ authorization });
      expect(ours).toEqual(await observe(library, given));
      compared += ours.received.length;
    }),
    { numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(100);
});
