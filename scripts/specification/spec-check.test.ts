import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { PACKAGES } from "../workspace/packages.ts";
import { makeSpecificationClone, type SpecificationClone } from "../test/specification-clone.ts";

const FRAGMENT = "openapi/2026-04-23/grid-auth.yaml";
const BUMPS = (bump: string) => PACKAGES.map((name) => `"@grid-sdk/${name}": ${bump}\n`).join("");

let clone: SpecificationClone;
beforeAll(async () => {
  clone = await makeSpecificationClone();
  return () => clone.remove();
});
afterEach(() => clone.startOver());

const check = (...args: string[]) => clone.node("scripts/specification/spec-check.ts", ...args);

/** Edits the fragment and what it comes from by hand, and generates. */
async function edit(from: string, to: string): Promise<void> {
  for (const path of [FRAGMENT, "openapi/2026-04-23/upstream.yaml"]) {
    const text = clone.read(path);
    expect(text).toContain(from);
    writeFileSync(join(clone.path, path), text.replace(from, to));
  }
  await clone.generate();
}

const addType = () => edit("enum: [OAUTH, EMAIL_OTP, PASSKEY]", "enum: [OAUTH, EMAIL_OTP, PASSKEY, SMS_OTP]");
const addChangeset = (bump: string, text: string) =>
  writeFileSync(join(clone.path, ".changeset/by-hand.md"), `---\n${BUMPS(bump)}---\n\n${text}\n`);

function setVersion(version: string): void {
  const path = join(clone.path, "packages/core/package.json");
  writeFileSync(path, readFileSync(path, "utf8").replace(/"version": ".*?"/, `"version": "${version}"`));
}

describe("pnpm spec:check", () => {
  test("passes on the committed fragment", () => {
    expect(check()).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("ignores comments and order", async () => {
    await edit("enum: [OAUTH, EMAIL_OTP, PASSKEY]", "enum: [PASSKEY, OAUTH, EMAIL_OTP] # in another order");
    expect(await clone.findDrift()).toEqual([]);
  });

  test("names the change of a fragment edited by hand, and the command that fixes it", async () => {
    await addType();
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain("widening: AuthMethodType");
    expect(stderr).toContain("Run `pnpm spec:update openapi/2026-04-23/grid-auth.yaml`");
    await clone.take(join(clone.path, FRAGMENT));
    expect(await clone.findDrift()).toEqual([]);
  });

  test.each([
    ["at its level", "minor", "`AuthMethodType` gets SMS_OTP.", 0],
    ["at a higher level", "major", "`AuthMethodType` gets SMS_OTP.", 0],
    ["at a lower level", "patch", "`AuthMethodType` gets SMS_OTP.", 1],
    ["without its name", "minor", "Something is new.", 1],
    ["with a longer name", "minor", "SMS_OTPS is new.", 1],
  ])("accepts a changeset that names the change %s", async (_, bump, text, count) => {
    await addType();
    addChangeset(bump, text);
    expect(await clone.findDrift()).toHaveLength(count);
  });

  test("records what changesets by hand describe, before a release uses them up", async () => {
    await addType();
    addChangeset("minor", "SMS_OTP is new.");
    expect(check("--record")).toMatchObject({ status: 0 });
    rmSync(join(clone.path, ".changeset/by-hand.md"));
    expect(await clone.findDrift()).toHaveLength(1);
    setVersion("1.2.3");
    expect(await clone.findDrift()).toEqual([]);
  });

  test("names a fragment that is not the result of applying the overlay to upstream's document", async () => {
    writeFileSync(join(clone.path, FRAGMENT), clone.read(FRAGMENT).replace("title: Grid API", "title: Another"));
    await clone.generate();
    const [drift, ...others] = await clone.findDrift();
    expect(drift).toContain("is not the result of applying openapi/2026-04-23/overlay.yaml to");
    expect(others).toEqual([expect.stringContaining("docs: info")]);
  });

  test("names what upstream's document has and the fragment does not", async () => {
    const path = "openapi/2026-04-23/upstream.yaml";
    writeFileSync(join(clone.path, path), clone.read(path).replace("title: Grid API", "title: Another"));
    expect(await clone.findDrift()).toEqual([
      expect.stringContaining("is not the result of applying openapi/2026-04-23/overlay.yaml to"),
    ]);
  });

  test("names generated code that is not derived from the fragment", async () => {
    appendFileSync(join(clone.path, "packages/core/src/generated/2026-04-23/schemas.ts"), " ");
    expect(await clone.findDrift()).toEqual([expect.stringContaining("schemas.ts is not derived from the fragment")]);
  });

  test("reports that the record is missing, or that an update was interrupted", async () => {
    rmSync(join(clone.path, "openapi/2026-04-23/released.yaml"));
    expect(await clone.findDrift()).toEqual([expect.stringContaining("released.yaml is missing")]);
    mkdirSync(join(clone.path, ".spec-update"));
    writeFileSync(join(clone.path, ".spec-update/plan.json"), "[]");
    expect(await clone.findDrift()).toEqual([expect.stringContaining("An update was interrupted")]);
    expect(clone.update(FRAGMENT).stderr).toBe("Completed an update that was interrupted.\n");
    expect(await clone.findDrift()).toEqual([]);
  });
});
