import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("spec-diff.ts", import.meta.url));

let directory = "";
let changed = "";

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "grid-sdk-diff-"));
  changed = join(directory, "changed.yaml");
  const text = await readFile(SPECIFICATION, "utf8");
  await writeFile(
    changed,
    text.replace("enum: [OAUTH, EMAIL_OTP, PASSKEY]", "enum: [OAUTH, EMAIL_OTP, PASSKEY, SMS_OTP]"),
  );
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function specDiff(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("pnpm spec:diff", () => {
  test("says that nothing changed", () => {
    expect(specDiff(SPECIFICATION, SPECIFICATION)).toEqual({
      status: 0,
      stdout: "No change for consumers.\n",
      stderr: "",
    });
    expect(JSON.parse(specDiff(SPECIFICATION, SPECIFICATION, "--json").stdout)).toEqual({ bump: "none", changes: [] });
  });

  test("prints one object with --json, most serious first", () => {
    const { status, stdout } = specDiff(SPECIFICATION, changed, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      bump: "minor",
      changes: [
        {
          place: { component: "AuthMethodType", path: [] },
          contexts: expect.arrayContaining([{ operation: "listAuthCredentials", part: "response 200" }]),
          subject: "SMS_OTP",
          level: "widening",
          kind: "enum-value-added",
          where: expect.stringMatching(
            /^AuthMethodType \(.*response 200 of listAuthCredentials, challengeAuthCredential/,
          ),
          message: "The value `SMS_OTP` of `AuthMethodType` is new: add it to your switches over it.",
        },
      ],
    });
  });

  test("exits with 0 for a breaking change as well", () => {
    const { status, stdout } = specDiff(changed, SPECIFICATION);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^A major release: 1 breaking change\.\n\nlevel {5}where .* what it means\nbreaking {2}AuthMethodType/,
    );
  });

  test("prints with --markdown what a text said and says, where it is about what is sent or read", async () => {
    const text = await readFile(SPECIFICATION, "utf8");
    await writeFile(changed, text.replace("What the user knows the credential by;", "A <b> | B;"));
    const { stdout } = specDiff(SPECIFICATION, changed, "--markdown");
    expect(stdout).toMatch(/^A patch release: 1 documentation change\.\n\n### Changed texts about what requests /);
    expect(stdout).toMatch(
      /\n- \*\*AuthMethod\*\* `nickname`: The description said “What .*” and now says “A &lt;b> \| B.*”\.\n$/,
    );
  });

  test("prints a table with --markdown, whose cells hold no bar", async () => {
    const text = await readFile(SPECIFICATION, "utf8");
    await writeFile(
      changed,
      text.replace("enum: [OAUTH, EMAIL_OTP, PASSKEY]", 'enum: [OAUTH, EMAIL_OTP, PASSKEY, "A|B"]'),
    );
    const { stdout } = specDiff(SPECIFICATION, changed, "--markdown");
    expect(stdout).toContain("\n\n| level | where | what it means |\n|---|---|---|\n| widening | AuthMethodType (");
    expect(stdout).toContain("The value `A\\|B` of `AuthMethodType` is new");
  });

  test.each([
    [
      "no such file",
      () => join(directory, "missing.yaml"),
      /Cannot read .*missing\.yaml: there is no such file\. .*name of a line \(2026-04-23, latest\)/,
    ],
    ["a URL without https", () => "http://things.example/a.yaml", /only https URLs and files are read/],
    ["a missing argument", () => "--json", /Usage: pnpm spec:diff <before> <after>/],
  ])("exits with 2 for %s", (_, second, reason) => {
    const { status, stdout, stderr } = specDiff(SPECIFICATION, second());
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(reason);
  });

  test.each([
    ["broken YAML", "openapi: [3.1.0\n", /is not valid YAML\.\n {2}\S+:\d+: /],
    ["another version", "openapi: 3.0.3\n", /:1, \/openapi: openapi must be 3\.1\.x; found "3\.0\.3"/],
    ["a list", "- openapi\n", /is not an OpenAPI 3\.1 document/],
    [
      "a reference to nothing",
      'openapi: 3.1.0\npaths:\n  /a: { $ref: "#/b" }\n',
      /:3, \/paths\/~1a\/\$ref: #\/b does not exist/,
    ],
    [
      "references in a circle",
      'openapi: 3.1.0\ncomponents:\n  schemas:\n    A: { $ref: "#/components/schemas/B" }\n    B: { $ref: "#/components/schemas/A" }\n',
      /:4, \/components\/schemas\/A\/\$ref: .* refers to itself/,
    ],
    [
      "a reference out of the document",
      'openapi: 3.1.0\npaths:\n  /a: { $ref: "b.yaml" }\n',
      /b\.yaml leads out of the document/,
    ],
  ])("exits with 2 for %s, and says where", async (_, text, reason) => {
    await writeFile(changed, text);
    const { status, stderr } = specDiff(changed, SPECIFICATION);
    expect(status).toBe(2);
    expect(stderr).toMatch(reason);
  });
});
