import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { listOperations, readFragment } from "@grid-sdk/openapi";
import { expect, test } from "vitest";
import { lineEntries } from "../../../tsdown.base.ts";
import type * as Standard from "../src/index.ts";

const root = new URL("../../../", import.meta.url);
const LINES = await Promise.all(
  lineEntries.map(async ({ name, file }) => {
    const fragment = await readFragment(fileURLToPath(new URL(`openapi/${name}/grid-auth.yaml`, root)));
    return {
      name,
      operations: listOperations(fragment),
      entry: (await import(`../src/${file}.ts`)) as typeof Standard,
    };
  }),
);

test.each(LINES)(
  "the mock of $name serves each operation of its fragment, and refuses replies to others",
  async (line) => {
    await using mock = await line.entry.startGridMock();
    const reply = mock.reply as (operationId: string, choice: object) => void;
    for (const { id, responses } of line.operations) {
      for (const status of responses.keys()) expect(() => reply(id, { status: Number(status) })).not.toThrow();
    }
    expect(() => reply("noSuchOperation", { status: 200 })).toThrow(/The fragment has no operation "noSuchOperation"/);
  },
);

test.each([
  ["2026-04-23", 400],
  ["latest", 401],
])("the mock of %s refuses a passkey's proof without Request-Id by %i", async (name, missing) => {
  const { entry } = LINES.find((line) => line.name === name) ?? LINES[0] ?? expect.fail("no line");
  await using mock = await entry.startGridMock();
  const assertion = { credentialId: "YQ", clientDataJson: "YQ", authenticatorData: "YQ", signature: "YQ" };
  const body = { type: "PASSKEY", assertion, ...(missing === 400 && { clientPublicKey: `04${"ab".repeat(64)}` }) };
  const verify = async (sent: object) => {
    const headers = { authorization: `Basic ${btoa("a:b")}`, "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(sent) };
    const response = await fetch(`${mock.url}/auth/credentials/AuthMethod:1/verify`, init);
    const { status, code, details } = (await response.json()) as Record<string, unknown>;
    return { status, code, details };
  };
  const violation = { where: "header/Request-Id", message: "is required for PASSKEY", code: "required" };
  const code = missing === 400 ? "INVALID_INPUT" : "UNAUTHORIZED";
  expect(await verify(body)).toEqual({ status: missing, code, details: { violations: [violation] } });
  // What breaks more than that is malformed.
  expect(await verify({ ...body, assertion: { ...assertion, signature: 5 } })).toMatchObject({ status: 400 });
});

test.each(LINES)("grid-mock --line $name lists its operations", async ({ name, operations }) => {
  const command = fileURLToPath(new URL("../dist/grid-mock.js", import.meta.url));
  const child = spawn(process.execPath, [command, "--line", name]);
  let output = "";
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.includes("Ctrl+C stops it.")) break;
  }
  child.kill("SIGTERM");
  const listed = [...output.matchAll(/^(\w+) +[A-Z]+ +\//gm)].map(([, id]) => id);
  expect(listed.toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
});

test("grid-mock refuses a line that does not exist, and names those that do", async () => {
  const command = fileURLToPath(new URL("../dist/grid-mock.js", import.meta.url));
  const child = spawn(process.execPath, [command, "--line", "next"]);
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect({ stderr, code }).toEqual({
    stderr: `grid-mock: --line must be one of ${lineEntries.map(({ name }) => name).join(", ")}; got next. See grid-mock --help.\n`,
    code: 2,
  });
});
