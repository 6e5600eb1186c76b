import { spawnSync } from "node:child_process";
import { appendFile, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLines } from "../workspace/lines.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const GENERATED = "packages/core/src/generated/2026-04-23";
const FRAGMENT = "openapi/2026-04-23/grid-auth.yaml";

const UP_TO_DATE = [...readLines().map(({ name }) => name), "all lines"]
  .map((name) => `${name}: generated code is up to date.\n`)
  .join("");

let copy = "";

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), "grid-sdk-generate-"));
  for (const path of [
    "scripts/package.json",
    "scripts/generate",
    "scripts/workspace",
    "openapi",
    "packages/core/src/generated",
    "packages/client/src/generated",
  ]) {
    await cp(join(root, path), join(copy, path), { recursive: true });
  }
  await symlink(join(root, "scripts/node_modules"), join(copy, "scripts/node_modules"), "junction");
});
afterEach(() => rm(copy, { recursive: true, force: true }));

function generate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/generate/generate.ts", ...args], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

async function readGenerated(): Promise<Record<string, string>> {
  const names = await readdir(join(copy, GENERATED));
  const contents = names.map(async (name) => [name, await readFile(join(copy, GENERATED, name), "utf8")] as const);
  return Object.fromEntries(await Promise.all(contents));
}

describe("pnpm generate", () => {
  test("changes nothing when the committed code is up to date", async () => {
    const before = await readGenerated();
    expect(generate()).toMatchObject({ status: 0, stdout: UP_TO_DATE });
    expect(await readGenerated()).toEqual(before);
  });

  test("writes what is missing and removes what is not derived any more", async () => {
    const before = await readGenerated();
    await rm(join(copy, GENERATED, "schema.ts"));
    await writeFile(join(copy, GENERATED, "left-over.ts"), "");
    expect(generate()).toMatchObject({
      status: 0,
      stdout: UP_TO_DATE.replace(
        "generated code is up to date",
        `wrote ${GENERATED}/left-over.ts, ${GENERATED}/schema.ts`,
      ),
    });
    expect(await readGenerated()).toEqual(before);
  });

  test("leaves everything as it was when the fragment is broken", async () => {
    const before = await readGenerated();
    await writeFile(join(copy, FRAGMENT), "openapi: 2.0\n");
    const { status, stderr } = generate();
    expect(status).toBe(1);
    expect(stderr).toBe(
      "openapi/2026-04-23/grid-auth.yaml is not an OpenAPI 3.1 document.\n" +
        "  openapi/2026-04-23/grid-auth.yaml:1, /openapi: openapi must be 3.1.x; found 2.\n",
    );
    expect(await readGenerated()).toEqual(before);
  });
});

describe("pnpm generate --check", () => {
  test("passes on the committed code", () => {
    expect(generate("--check")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("names each file after the fragment changed, and writes nothing", async () => {
    await appendFile(join(copy, FRAGMENT), "x-note: changed\n");
    const before = await readGenerated();
    const { status, stderr } = generate("--check");
    expect(status).toBe(1);
    for (const name of Object.keys(before)) expect(stderr).toContain(`${GENERATED}/${name} is stale`);
    expect(stderr).toContain("Run `pnpm generate` and commit the result.");
    expect(await readGenerated()).toEqual(before);
  });

  test("names the one generated file that was edited", async () => {
    await appendFile(join(copy, GENERATED, "schemas.ts"), " ");
    const { status, stderr } = generate("--check");
    expect(status).toBe(1);
    expect(stderr.match(/is stale/g)).toHaveLength(1);
    expect(stderr).toContain(`${GENERATED}/schemas.ts is stale`);
  });
});
