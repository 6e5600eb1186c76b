import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { GridConnectionError } from "./errors/grid-connection-error.ts";
import { planRetry } from "./retry.ts";

const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });
const plan = (
  outcome: Parameters<typeof planRetry>[0],
  attempts: number,
  canRepeat: boolean,
  maxRetryDelayMs = 60_000,
) => planRetry(outcome, attempts, canRepeat, { maxRetries: 20, maxRetryDelayMs });

describe("without Retry-After", () => {
  test.each([1, 2, 3, 4, 5, 6, 20])("backs off after attempt %i within half and the whole of the delay", (attempts) => {
    const whole = Math.min(8_000, 500 * 2 ** (attempts - 1));
    const delays = Array.from({ length: 200 }, () => plan(answer(429), attempts, false) ?? -1);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(whole / 2);
    expect(Math.max(...delays)).toBeLessThanOrEqual(whole);
    expect(new Set(delays).size).toBeGreaterThan(1);
  });

  test("waits at most as long as allowed", () => {
    expect(plan(answer(429), 5, false, 10)).toBeLessThanOrEqual(10);
  });
});

describe("with Retry-After", () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.parse("2026-04-08T15:30:00Z") }));
  afterEach(() => vi.useRealTimers());

  test("waits exactly as long as it says", () => {
    expect(plan(answer(429, { "retry-after": "60" }), 1, false)).toBe(60_000);
    expect(plan(answer(503, { "retry-after": "Wed, 08 Apr 2026 15:30:07 GMT" }), 1, false)).toBe(7_000);
  });

  test("does not retry if the wait would be longer than allowed", () => {
    expect(plan(answer(429, { "retry-after": "61" }), 1, true)).toBeUndefined();
  });
});

describe("a request that is not safe to repeat", () => {
  const sent = new GridConnectionError("x", { mayHaveBeenProcessed: true });
  const unsent = new GridConnectionError("x", { mayHaveBeenProcessed: false });

  test("is retried only if the server did not carry it out", () => {
    for (const outcome of [unsent, answer(429), answer(503, { "retry-after": "1" })]) {
      expect(plan(outcome, 1, false)).toBeGreaterThanOrEqual(0);
    }
    for (const outcome of [sent, ...[408, 500, 502, 503, 504].map((status) => answer(status))]) {
      expect(plan(outcome, 1, false)).toBeUndefined();
      expect(plan(outcome, 1, true)).toBeGreaterThan(0);
    }
  });

  test("is not retried, safe or not, if a retry would change nothing", () => {
    for (const status of [200, 400, 401, 403, 404, 409, 422, 501]) {
      expect(plan(answer(status), 1, true)).toBeUndefined();
    }
  });
});
