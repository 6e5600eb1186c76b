import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { listEndpoints, listOperations, readFragment } from "@grid-sdk/openapi";
import type * as Standard from "@grid-sdk/mock";
import type { GridMock } from "@grid-sdk/mock";
import { prepareDocument } from "@grid-sdk/reference";
import { beforeAll, describe, expect, test } from "vitest";
import { compileAsConsumer } from "../../consumer.base.ts";
import { readLines } from "../workspace/lines.ts";
import { ROOT } from "../workspace/root.ts";

interface Sample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

const execute = promisify(execFile);
// Within the workspace, whose packages the samples import.
const work = fileURLToPath(new URL("../.work/", import.meta.url));
/** A fake curl, and the curl of this machine if it has one. */
const standIn = fileURLToPath(new URL("../test/stand-in-curl.ts", import.meta.url));
const CURLS = [
  { name: "a fake curl", definition: `curl() { "${process.execPath}" --no-warnings "${standIn}" "$@"; }` },
  ...(spawnSync("curl", ["--version"]).status === 0 ? [{ name: "the installed one", definition: "" }] : []),
];

/** Each line, with the samples of its reference. */
const LINES = await Promise.all(
  readLines().map(async ({ name, entry, fragment }) => {
    const document = await readFragment(fileURLToPath(new URL(fragment, ROOT)));
    const client = entry.replace(/^\./, "@grid-sdk/client");
    const samples = listEndpoints(prepareDocument(document, { name, client })).flatMap(({ operation }) =>
      (operation["x-codeSamples"] as Sample[]).map((sample) =>
        Object.assign({ id: String(operation["operationId"]) }, sample),
      ),
    );
    return { name, client, entry, document, samples };
  }),
);

describe.each(LINES)("the samples of the reference of $name", ({ client, entry, document, samples }) => {
  const programs = samples.filter(({ lang }) => lang === "typescript");
  let directory = "";
  let mock: GridMock;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    const { startGridMock } = (await import(entry.replace(/^\./, "@grid-sdk/mock"))) as typeof Standard;
    await mkdir(work, { recursive: true });
    directory = await mkdtemp(join(work, "samples-"));
    await Promise.all(programs.map(({ source }, at) => writeFile(fileOf(at), source)));
    mock = await startGridMock();
    env = { PATH: process.env["PATH"], GRID_BASE_URL: mock.url, GRID_CLIENT_ID: "id", GRID_CLIENT_SECRET: "secret" };
    return async () => {
      await mock.close();
      await rm(directory, { recursive: true, force: true });
    };
  });

  const fileOf = (at: number) => join(directory, `sample-${at}.mts`);

  test("are there for each operation: with its method, with grid.http and with curl", () => {
    const labels = new Set(samples.map(({ id, label }) => `${id} ${label.split(" · ")[0]}`));
    const expected = listOperations(document).flatMap(({ id }) =>
      [client, "grid.http", "curl"].map((kind) => `${id} ${kind}`),
    );
    expect([...labels].toSorted()).toEqual(expected.toSorted());
  });

  test("compile strictly", () => {
    expect(
      compileAsConsumer(
        programs.map((_, at) => fileOf(at)),
        { types: ["node"] },
      ).messages,
    ).toEqual([]);
  });

  test("run, and the mock refuses none of their requests", async () => {
    const urls = programs.map((_, at) => pathToFileURL(fileOf(at)).href);
    const all = `for (const url of ${JSON.stringify(urls)}) await import(url);`;
    await execute(process.execPath, ["--no-warnings", "--input-type=module", "--eval", all], { env });
    expect(mock.requests).toHaveLength(programs.length);
    expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
    expect(new Set(mock.requests.map(({ operationId }) => operationId)).size).toBe(listOperations(document).length);
  });

  test.each(CURLS)("run with curl as well: $name", async ({ definition }) => {
    mock.reset();
    const calls = samples.filter(({ lang }) => lang === "shell");
    for (const { source } of calls) {
      const [server = ""] = /https:\/\/[^/]+/.exec(source) ?? [];
      await execute("sh", ["-c", `${definition}\n${source.trim().replace(server, mock.url)} --silent --fail`], { env });
    }
    expect(mock.requests).toHaveLength(calls.length);
    expect(mock.requests.map(({ status = 0, violations }) => [status < 300, violations])).toEqual(
      calls.map(() => [true, []]),
    );
  });
});
