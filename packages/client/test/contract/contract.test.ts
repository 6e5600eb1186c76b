import { startGridMock } from "@grid-sdk/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GridClient } from "../../src/index.ts";
import { credentials } from "../support/example-ids.ts";
import { LINES } from "../support/lines.ts";
import { type RecordingProxy, startRecordingProxy } from "../support/recording-proxy.ts";
import { startStockPrism } from "../support/stock-prism.ts";
import { checkOutcome, type Outcome } from "./check-outcome.ts";
import { checkWireRequest } from "./check-wire-request.ts";
import type { Json } from "./contract-document.ts";
import { type ContractCase, listCases } from "./list-cases.ts";
import { createValidation } from "./validate-schema.ts";

type Call = (input: object) => Promise<Extract<Outcome, { result: unknown }>["result"]>;
type Choose = (operationId: string, choice: { status: number; example?: string }) => void;

// Every case is one request, also those that a client may retry.
const once = { maxRetries: 0 };

/** Counted independently of how the cases are listed. */
function countDocumentedAnswers({ paths }: Json): number {
  const operations = Object.values<Json>(paths).flatMap((item) => Object.values<Json>(item));
  const responses = operations.flatMap(({ responses: documented = {} }) => Object.values<Json>(documented));
  return responses.reduce((sum, { content }) => {
    return sum + (content ? Object.keys(content["application/json"].examples ?? {}).length : 1);
  }, 0);
}

async function startMock(fragment: string) {
  // The suite compares with the examples as they are written.
  const mock = await startGridMock({ fragment, clock: "example" });
  return {
    url: mock.url,
    prepare({ operationId, status, example }: ContractCase) {
      (mock.reply as Choose)(operationId, { status, ...(example !== undefined && { example }) });
      return {};
    },
    [Symbol.asyncDispose]: mock.close,
  };
}

async function startStock(fragment: string) {
  const prism = await startStockPrism(fragment);
  return {
    ...prism,
    prepare({ status, example }: ContractCase) {
      return { Prefer: example === undefined ? `code=${status}` : `code=${status}, example=${example}` };
    },
  };
}

const servers = LINES.flatMap((line) => [
  { ...line, line: line.name, name: "@grid-sdk/mock", start: startMock },
  { ...line, line: line.name, name: "prism mock --errors", start: startStock },
]);

describe.each(servers)("the contract of $line, by $name", ({ line, name, path, fragment, entry, start }) => {
  const cases = listCases(fragment);
  const validate = createValidation(fragment);
  const stack = new AsyncDisposableStack();
  const covered = new Set<string>();
  let server: Awaited<ReturnType<typeof start>>;
  let proxy: RecordingProxy;
  let grid: GridClient;

  beforeAll(async () => {
    server = stack.use(await start(path));
    proxy = stack.use(await startRecordingProxy(server.url));
    grid = entry.createGridClient({ ...credentials, baseUrl: proxy.url, ...once });
  });
  afterAll(() => stack.disposeAsync());

  test.each(cases)("holds: $name", async (contractCase) => {
    const { operationId, status, example, input } = contractCase;
    const headers = server.prepare(contractCase);
    proxy.requests.length = 0;
    const call = grid[operationId as keyof GridClient] as unknown as Call;
    const outcome: Outcome = await call({ ...input, headers }).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    expect([
      ...checkOutcome(contractCase, outcome, validate),
      ...checkWireRequest(contractCase, proxy.requests, validate),
    ]).toEqual([]);
    covered.add(`${operationId} ${status} ${example}`);
  });

  test("covers every documented response", () => {
    const total = countDocumentedAnswers(fragment);
    // oxlint-disable-next-line no-console -- the count is what this suite is for
    console.log(`contract: ${covered.size} of ${total} documented answers covered by ${name}, ${line}`);
    expect(covered.size).toBe(total);
  });
});
