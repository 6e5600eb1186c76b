import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { startGridMock } from "../src/index.ts";
import { sendRequest } from "./support/send-request.ts";

const esm = new URL("../dist/index.js", import.meta.url).href;
const cjs = fileURLToPath(new URL("../dist/index.cjs", import.meta.url));
const CHALLENGE = "POST /auth/credentials/a/challenge";

test("keeps many mocks in one process apart", async () => {
  const mocks = await Promise.all(Array.from({ length: 8 }, () => startGridMock()));
  mocks.forEach((mock, at) => at % 2 === 0 && mock.reply("challengeAuthCredential", { status: 429 }));
  const answers = await Promise.all(mocks.map((mock) => sendRequest(mock, CHALLENGE)));
  expect(answers.map(({ status }) => status)).toEqual([429, 200, 429, 200, 429, 200, 429, 200]);
  expect(mocks.map(({ requests }) => requests.length)).toEqual(Array(8).fill(1));
  await Promise.all(mocks.map((mock) => mock.close()));
});

test("runs in parallel workers", async () => {
  const source = `
    const { parentPort, workerData } = require("node:worker_threads");
    require(workerData).startGridMock().then(async (mock) => {
      const { status } = await fetch(mock.url + "/nothing");
      parentPort.postMessage({ url: mock.url, status });
      await mock.close();
    });`;
  const workers = Array.from({ length: 3 }, () => new Worker(source, { eval: true, workerData: cjs }));
  const messages = await Promise.all(
    workers.map(async (worker) => {
      const [[message], [code]] = await Promise.all([once(worker, "message"), once(worker, "exit")]);
      return { url: message.url, status: message.status, code };
    }),
  );
  expect(new Set(messages.map(({ url }) => url)).size).toBe(3);
  expect(messages.map(({ status, code }) => ({ status, code }))).toEqual(
    messages.map(() => ({ status: 404, code: 0 })),
  );
});

// A process ends by itself only if nothing keeps it: no server, socket or timer is left.
test.each([
  ["ES module", ["--input-type=module", "--eval"], `import { startGridMock } from ${JSON.stringify(esm)};`],
  ["CommonJS", ["--input-type=commonjs", "--eval"], `const { startGridMock } = require(${JSON.stringify(cjs)});`],
])("leaves nothing behind once it is closed: %s", async (_, args, load) => {
  const source = `${load}
    (async () => {
      const mock = await startGridMock();
      const pending = fetch(mock.url + "/auth/sessions", { method: "POST", body: new ReadableStream(), duplex: "half" });
      await fetch(mock.url + "/nothing");
      await mock.close();
      console.log(await pending.catch((error) => error.message), process.getActiveResourcesInfo().includes("TCPServerWrap"));
    })();`;
  const child = spawn(process.execPath, [...args, source]);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  expect({ stdout, stderr, code }).toEqual({ stdout: "fetch failed false\n", stderr: "", code: 0 });
});
