import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startWorker } from "./start-worker.ts";
import type { Measurement, Order } from "./workers/call-worker.ts";

const folder = mkdtempSync(join(tmpdir(), "grid-sdk-bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

const bareFetch = new URL("../clients/bare-fetch/challenge.js", import.meta.url).pathname;
const start = (program: string, ...args: string[]) =>
  startWorker<Order, Measurement>("call-worker", ["--program", program, ...args]);

function writeProgram(name: string, challenge: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `export const connect = (baseUrl) => ${challenge};`);
  return file;
}

test.each(["success", "error"])("makes and measures as many calls as the order says: %s", async (outcome) => {
  const { worker, greeting } = await start(bareFetch, "--outcome", outcome);
  await using _ = worker;
  expect(greeting).toBe("ready");
  const { microseconds } = await worker.ask({ calls: 10, inFlight: 4 });
  expect(microseconds).toBeGreaterThan(0);
});

test("sends the calls to a server", async () => {
  await using workers = new AsyncDisposableStack();
  const { worker: server, greeting: port } = await startWorker("server-worker", []);
  workers.use(server);
  const { worker } = await start(bareFetch, "--url", `http://127.0.0.1:${port as number}`);
  workers.use(worker);
  expect(await worker.ask({ calls: 10, inFlight: 4 })).toHaveProperty("microseconds");
});

test("refuses a program that makes another call", async () => {
  const program = writeProgram("other", "() => fetch(baseUrl + '/auth/credentials', { method: 'POST' })");
  const { worker } = await start(program);
  await using _ = worker;
  await expect(worker.ask({ calls: 1, inFlight: 1 })).rejects.toThrow("Expected POST /auth/credentials/");
});

test("refuses a program that does not notice an error", async () => {
  const program = writeProgram("deaf", "async () => undefined");
  const { worker } = await start(program, "--outcome", "error");
  await using _ = worker;
  await expect(worker.ask({ calls: 1, inFlight: 1 })).rejects.toThrow("a documented error did not reject");
});

test("reports what a program printed that does not start", async () => {
  await expect(start(join(folder, "none.mjs"))).rejects.toThrow(/call-worker .* ended \(1\):[^]*ERR_MODULE_NOT_FOUND/);
});
