import { DocumentError } from "@grid-sdk/openapi";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { watch } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { bumpOf } from "@grid-sdk/spec-diff";
import { listNextSteps } from "./update/next-steps.ts";
import { makeSpecificationClone, type SpecificationClone } from "../test/specification-clone.ts";

const FRAGMENT = "openapi/2026-04-23/grid-auth.yaml";
const UPSTREAM = "openapi/2026-04-23/upstream.yaml";

let clone: SpecificationClone;
let revision = "";
beforeAll(async () => {
  clone = await makeSpecificationClone();
  revision = join(clone.path, "node_modules/revision.yaml");
  return () => clone.remove();
});
afterEach(() => clone.startOver());

const listChanges = () => clone.listChanges().join("\n");
const update = (...args: string[]) => clone.update(...args);
function write(from: string | RegExp, to: string): void {
  const text = clone.read(FRAGMENT);
  expect(text).toMatch(from);
  writeFileSync(revision, text.replace(from, to));
}
const addType = () => write("enum: [OAUTH, EMAIL_OTP, PASSKEY]", "enum: [OAUTH, EMAIL_OTP, PASSKEY, SMS_OTP]");

describe("pnpm spec:update", () => {
  test("writes nothing with --dry-run, and says what it would", () => {
    addType();
    const { status, stdout } = update(revision, "--dry-run");
    expect({ status, changes: listChanges() }).toEqual({ status: 0, changes: "" });
    expect(stdout).toMatch(
      /^A minor release: 1 widening\..*Would write openapi\/2026-04-23\/grid-auth\.yaml.*Would be left to do:\n1\. /s,
    );
  });

  test("prints one object with --json, and uses the day of --date", () => {
    addType();
    const report = JSON.parse(update(revision, "--json", "--date", "2026-05-01").stdout);
    expect(report).toMatchObject({ bump: "minor", changes: [{ level: "widening" }, { level: "docs" }], dryRun: false });
    expect(report.files).toContain(report.changeset);
    expect(clone.read(report.changeset)).toContain('"@grid-sdk/client": minor');
    expect(clone.read("openapi/2026-04-23/upstream.yaml")).toContain('x-revision-date: "2026-05-01"');
  });

  test("names the day of a revision, and asks for it if it is not known", async () => {
    write(/Grid API([^]*?) {2}x-revision-date: "2026-04-23"\n/, "Another API$1");
    const refusal: unknown = await clone.take(revision, "yesterday").catch((error: unknown) => error);
    expect((refusal as DocumentError).message).toContain(
      'must be a day that exists, as a string, "YYYY-MM-DD"; found "yesterday"',
    );
    const ask = expect.stringMatching(/^Run it again with --date YYYY-MM-DD/);
    expect(listNextSteps(await clone.take(revision))).toContainEqual(ask);
    expect(listNextSteps(await clone.take(revision, "2026-05-01"))).not.toContainEqual(ask);
    expect(clone.read("packages/core/src/generated/2026-04-23/constants.ts")).toContain(
      'SPECIFICATION_DATE: string | undefined = "2026-05-01"',
    );
  });

  test("keeps the day of a revision that has not changed, and of no other", async () => {
    write('  x-revision-date: "2026-04-23"\n', "");
    await clone.take(revision, "2026-05-01");
    const again = await clone.take(revision);
    expect({ date: again.date, files: [...again.files.keys()] }).toEqual({ date: "2026-05-01", files: [] });
    writeFileSync(revision, clone.read("node_modules/revision.yaml").replace("title: Grid API", "title: Another"));
    expect((await clone.take(revision)).date).toBeUndefined();
  });

  test("reads a local URL, and reports the status of an unreachable one", async () => {
    addType();
    const text = clone.read("node_modules/revision.yaml");
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/spec" ? 200 : 404).end(text);
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const run = async (path: string) => {
      const child = spawn(process.execPath, [
        join(clone.path, "scripts/specification/spec-update.ts"),
        url + path,
        "--dry-run",
      ]);
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
      const [status] = await once(child, "close");
      return { status, output };
    };
    try {
      expect(await run("/spec")).toMatchObject({ status: 0, output: expect.stringContaining("1 widening") });
      expect(await run("/else")).toMatchObject({
        status: 1,
        output: expect.stringContaining("the response was 404 instead of 200"),
      });
    } finally {
      server.close();
    }
  });

  test.each([
    ["broken YAML", "info:", "info: [", /revision\.yaml:\d+: /],
    ["another version", "openapi: 3.1.0", "openapi: 3.0.3", /revision\.yaml:1, \/openapi: openapi must be 3\.1\.x/],
    ["no selected path", /\/auth\//g, "/other/", /\/paths: openapi\/selection\.json selects no operation/],
    [
      "a duplicate operationId",
      "listAuthSessions",
      "listAuthCredentials",
      /revision\.yaml:\d+, \/paths\/~1auth~1sessions\/get\/operationId: .*operationId listAuthCredentials/,
    ],
    [
      "a path parameter that is not declared",
      "/auth/sessions/{id}:",
      "/auth/sessions/{sessionId}:",
      /revision\.yaml:\d+, \/paths\/~1auth~1sessions~1\{sessionId\}/,
    ],
    [
      "a field that OpenAPI does not know",
      "operationId: listAuthSessions",
      "operationId: listAuthSessions\n      operationID: listAuthSessions",
      /revision\.yaml:\d+, \/paths\/~1auth~1sessions\/get\/operationID: /,
    ],
    ["a schema that is not valid", "type: integer", "type: whole", /revision\.yaml:\d+, /],
    ["a form that the SDK cannot express", /"500":/, "default:", /a response must have a status such as 200/],
  ])("refuses %s, says where, and changes nothing", async (_, from, to, reason) => {
    write(from, to);
    const refusal: unknown = await clone.take(revision).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DocumentError);
    expect((refusal as DocumentError).message).toMatch(reason);
    expect(listChanges()).toBe("");
  });

  test("reports all at once: invalid OpenAPI, what the SDK cannot express, invalid schemas", async () => {
    const faults = [
      ["operationId: listAuthSessions", "operationID: x\n      operationId: listAuthSessions"],
      ['"500":', "default:"],
      [/( +)type: integer/, '$1type: integer\n$1pattern: "["'],
    ] as const;
    const text = faults.reduce((before, [from, to]) => before.replace(from, to), clone.read(FRAGMENT));
    writeFileSync(revision, text);
    const { problems } = (await clone.take(revision).catch((error: unknown) => error)) as DocumentError;
    const told = problems.map(({ message }) => message).join("\n");
    expect(told).toMatch(/`operationID`.*\(struct\)/);
    expect(told).toContain("a response must have a status such as 200; found default");
    expect(told).toMatch(/Invalid regular expression|not a valid regular expression/);
    expect(problems.every(({ line, pointer }) => line !== undefined && pointer !== "")).toBe(true);
  });

  test("lists actions of the overlay whose target does not exist, and those that upstream has itself", async () => {
    const actions = [
      { target: "$.paths['/gone']", update: { summary: "Ours" } },
      { target: "$.info", update: { title: "Grid API" } },
      { target: "$.info", update: { contact: { name: "Ours" } } },
    ];
    const overlay = { overlay: "1.0.0", info: { title: "Ours", version: "1" }, actions };
    writeFileSync(join(clone.path, "openapi/2026-04-23/overlay.yaml"), JSON.stringify(overlay));
    const steps = listNextSteps(await clone.take(join(clone.path, FRAGMENT))).filter((step) =>
      step.includes("overlay"),
    );
    expect(steps).toEqual([
      "openapi/2026-04-23/overlay.yaml: $.paths['/gone'] does not exist; fix the action or remove it.",
      "openapi/2026-04-23/overlay.yaml: upstream has what $.info adds; remove the action.",
    ]);
  });

  test("says how to fix a fragment that cannot be used, and accepts it once an action of the overlay does", async () => {
    write("operationId: listAuthSessions", "operationID: listAuthSessions\n      operationId: listAuthSessions");
    const refusal: unknown = await clone.take(revision).catch((error: unknown) => error);
    expect((refusal as DocumentError).message).toMatch(
      /`exclude` in \S+selection\.json .* an action of \S+overlay\.yaml/,
    );
    const action = { target: "$.paths['/auth/sessions'].get.operationID", remove: true };
    const overlay = { overlay: "1.0.0", info: { title: "Ours", version: "1" }, actions: [action] };
    writeFileSync(join(clone.path, "openapi/2026-04-23/overlay.yaml"), JSON.stringify(overlay));
    expect((await clone.take(revision)).changes).toEqual([]);
  });

  test("leaves out a condition that no body can meet, and reports it", async () => {
    write("              type: PASSKEY\n          schema:", "              type: FACE\n          schema:");
    const { leftOut, changes, ...plan } = await clone.take(revision);
    expect(leftOut).toEqual([
      {
        what: "x-required-when of POST /auth/credentials/{id}/verify",
        why: "header parameter Request-Id: x-required-when names type: FACE; the body has EMAIL_OTP, OAUTH, PASSKEY",
      },
    ]);
    expect(listNextSteps({ changes, ...plan }).join()).toContain("Fix what does not fit any more, if it is ours");
    expect(changes.map(({ level, kind }) => [level, kind])).toEqual([["minor", "parameter-became-optional-with"]]);
  });

  test("keeps our words where the API's text is unchanged, and names the places where it uses the API's", async () => {
    const upstream = clone.read(UPSTREAM);
    const [, theirs = ""] = /^ +summary: (.+)$/m.exec(upstream) ?? [];
    expect(theirs).not.toBe("");
    writeFileSync(join(clone.path, UPSTREAM), upstream.replace(theirs, "Our own words"));
    expect((await clone.take(join(clone.path, UPSTREAM))).taken).toEqual([]);
    // The API's document has its own words still, and another description.
    writeFileSync(revision, upstream.replace(/^( +description: )\w[\w ,.]+$/m, "$1Changed"));
    const plan = await clone.take(revision);
    expect(clone.read(FRAGMENT)).toContain("Our own words");
    expect(plan.taken).toHaveLength(1);
    expect(listNextSteps(plan)).toContainEqual(
      `Rewrite the API's own words in ${UPSTREAM} in ours, then run \`pnpm spec:update ${UPSTREAM}\`: ${plan.taken[0]}.`,
    );
    expect((await clone.take(revision)).taken).toEqual([]);
    expect(clone.read("openapi/2026-04-23/texts.json")).not.toContain(theirs);
  });

  test("names the texts that only we had and whose places are gone", async () => {
    const upstream = clone.read(UPSTREAM);
    const own = parse(upstream);
    own.paths["/auth/sessions"].description = "Only ours.";
    writeFileSync(join(clone.path, UPSTREAM), stringify(own, { aliasDuplicateObjects: false }));
    await clone.take(join(clone.path, UPSTREAM));
    const document = parse(upstream);
    delete document.paths["/auth/sessions"];
    writeFileSync(revision, stringify(document, { aliasDuplicateObjects: false }));
    const plan = await clone.take(revision);
    expect(plan.lost).toEqual(["/paths/~1auth~1sessions/description"]);
    expect(listNextSteps(plan).join()).toContain("Texts that only we had are gone");
  });

  test("changes no word and no type if the API writes out a parameter that is a component of ours", async () => {
    const document = parse(clone.read(UPSTREAM));
    const { parameters } = document.components;
    expect(Object.keys(parameters)).not.toEqual([]);
    delete document.components.parameters;
    type Listed = { parameters?: { $ref?: string }[] };
    for (const item of Object.values<Record<string, Listed>>(document.paths))
      for (const holder of [item as Listed, ...Object.values(item)])
        for (const [at, { $ref = "" }] of (holder.parameters ?? []).entries()) {
          const written = parameters[$ref.split("/").at(-1) ?? ""];
          if (written) holder.parameters?.splice(at, 1, written);
        }
    writeFileSync(revision, stringify(document, { aliasDuplicateObjects: false }));
    const { files, taken } = await clone.take(revision);
    // The places of the API's texts are others.
    expect({ files: [...files.keys()], taken }).toEqual({ files: ["openapi/2026-04-23/texts.json"], taken: [] });
    expect([...(await clone.take(revision)).files.keys()]).toEqual([]);
  });

  test("keeps an example of ours if the API's example of that name changes, and names the place", async () => {
    const mediaType = "$.paths['/auth/sessions'].get.responses['500'].content['application/json']";
    const ours = { summary: "Ours", value: { status: 500, code: "INTERNAL_ERROR", message: "Ours." } };
    const action = { target: mediaType, update: { examples: { failed: ours } } };
    const overlay = { overlay: "1.0.0", info: { title: "Ours", version: "1" }, actions: [action] };
    writeFileSync(join(clone.path, "openapi/2026-04-23/overlay.yaml"), JSON.stringify(overlay));
    const document = parse(clone.read(UPSTREAM));
    const examplesIn = (text: string) =>
      parse(text).paths["/auth/sessions"].get.responses["500"].content["application/json"].examples;
    const take = async (message: string) => {
      const value = { ...ours.value, message, details: { reason: "Theirs." } };
      document.paths["/auth/sessions"].get.responses["500"].content["application/json"].examples = {
        failed: { summary: "Theirs", value },
      };
      writeFileSync(revision, stringify(document, { aliasDuplicateObjects: false }));
      const plan = await clone.take(revision);
      expect(examplesIn(clone.read(FRAGMENT))).toEqual({ failed: ours });
      expect(clone.read(UPSTREAM)).not.toContain("Theirs");
      return { taken: plan.taken, replaced: plan.replaced };
    };
    const place = "/paths/~1auth~1sessions/get/responses/500/content/application~1json/examples/failed";
    expect(await take("Theirs.")).toEqual({ taken: [], replaced: [`${place}/summary`, `${place}/value`] });
    expect(await take("Ours.")).toEqual({ taken: [], replaced: [`${place}/value`] });
    expect(await take("Ours.")).toEqual({ taken: [], replaced: [] });
  });

  test("completes an example of ours under its name, so that what is added stays an addition", async () => {
    const place = [
      "paths",
      "/auth/credentials/{id}/challenge",
      "post",
      "responses",
      "200",
      "content",
      "application/json",
    ];
    const examplesIn = (text: string): Record<string, unknown> =>
      place.reduce((value, key) => value[key], parse(text)).examples;
    const document = parse(clone.read(UPSTREAM));
    const passkey = document.components.examples.PasskeyChallenge as { value: object };
    const upstream = place.reduce((value, key) => value[key], document);
    delete upstream.examples.passkey;
    const action = {
      target: `$.paths['${place[1]}'].post.responses['200'].content['application/json']`,
      update: { examples: { passkey } },
    };
    const overlay = { overlay: "1.0.0", info: { title: "Ours", version: "1" }, actions: [action] };
    writeFileSync(join(clone.path, "openapi/2026-04-23/overlay.yaml"), JSON.stringify(overlay));
    writeFileSync(revision, stringify(document, { aliasDuplicateObjects: false }));
    await clone.take(revision);
    const own = document.components.schemas.PasskeyAuthChallenge.allOf[1];
    own.required.push("rawId");
    own.properties.rawId = { type: "string", description: "Required by browsers." };
    writeFileSync(revision, stringify(document, { aliasDuplicateObjects: false }));
    const plan = await clone.take(revision);
    expect(bumpOf(plan.changes)).toBe("minor");
    expect(examplesIn(clone.read(FRAGMENT))["passkey"]).toMatchObject({
      ...passkey,
      value: { ...passkey.value, rawId: expect.any(String) },
    });
    expect(listNextSteps(plan).filter((step) => step.includes("completed under their names"))).toHaveLength(1);
  });

  test("uses no hash of a line's own file, and keeps our words in a list that is reordered", async () => {
    const texts = "openapi/2026-04-23/texts.json";
    const before = clone.read(texts);
    const upstream = clone.read(UPSTREAM);
    // A text of ours where the API has none.
    const own = parse(upstream);
    Object.assign(Object.values<object>(own.components.schemas)[0] ?? {}, { title: "Only ours" });
    writeFileSync(join(clone.path, UPSTREAM), stringify(own, { aliasDuplicateObjects: false }));
    await clone.take(join(clone.path, UPSTREAM));
    expect(clone.read(texts)).toBe(before);
    const document = parse(upstream);
    for (const schema of Object.values<{ allOf?: unknown[] }>(document.components.schemas)) schema.allOf?.reverse();
    for (const { parameters } of Object.values<{ parameters?: unknown[] }>(document.paths)) parameters?.reverse();
    writeFileSync(revision, stringify(document, { aliasDuplicateObjects: false }));
    expect((await clone.take(revision)).taken).toEqual([]);
    expect(clone.read(FRAGMENT)).toContain("title: Only ours");
  });

  test("says after a refusal that no file was changed", () => {
    write("openapi: 3.1.0", "openapi: 3.0.3");
    const refusal = {
      status: 1,
      stderr: expect.stringMatching(/openapi must be 3\.1\.x.*\nNo file was changed\.\n$/s),
    };
    expect(update(revision)).toMatchObject(refusal);
    expect(listChanges()).toBe("");
  });

  test("leaves out an example that does not fit, reports it, and makes another", () => {
    write(/status: 429\n/g, "status: 428\n");
    const { status, stdout } = update(revision);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Left out:.*- the example rateLimited of .*\/status must be one of/s);
    expect(stdout).toMatch(/Left to do:.*Write real examples .*challenge, 429/s);
    expect(clone.read("openapi/2026-04-23/overlay.yaml")).toContain("x-made: true");
  });

  test("counts changes from the last release: what came and went is not reported", async () => {
    addType();
    await clone.take(revision);
    expect(clone.read(".changeset/spec-2026-04-23.md")).toContain("SMS_OTP");
    clone.commit("Add a type");
    write(", SMS_OTP]", "]");
    expect((await clone.take(revision)).changes).toEqual([]);
    expect(clone.listChanges()).toContain(".changeset/spec-2026-04-23.md");
    clone.git("reset", "--hard", "--quiet", "HEAD~1");
  });

  describe("when it is interrupted", () => {
    type Changes = ReturnType<typeof watch>;

    /** Starts an update and interrupts it at a moment. Resolves to what differs from the last commit after its end. */
    async function interrupt(
      moment: (child: ChildProcess, changed: Changes) => Promise<unknown>,
      options = ["--no-api-report"],
    ) {
      const stop = new AbortController();
      const changed = watch(clone.path, { signal: stop.signal });
      const script = join(clone.path, "scripts/specification/spec-update.ts");
      // What it builds is left behind in there, and removed with the clone.
      const env = { ...process.env, TMPDIR: join(clone.path, "node_modules") };
      const child = spawn(process.execPath, [script, ...options, revision], { stdio: "ignore", env });
      const closed = once(child, "close");
      await moment(child, changed);
      child.kill("SIGINT");
      await closed;
      stop.abort();
      return listChanges();
    }

    test("before it writes, changes nothing", async () => {
      addType();
      expect(await interrupt((child) => once(child, "spawn"))).toBe("");
    });

    test("while it builds the packages for their API reports, changes nothing", async () => {
      addType();
      // It builds in a clone of its own, among its temporary files.
      const untilItBuilds = async () => {
        for await (const { filename } of watch(join(clone.path, "node_modules")))
          if (filename?.startsWith("grid-sdk-clone-")) return;
      };
      expect(await interrupt(untilItBuilds, [])).toBe("");
    });

    test("while it writes, changes everything", async () => {
      addType();
      expect(update(revision).status).toBe(0);
      const everything = listChanges();
      expect(everything).toContain(FRAGMENT);
      clone.startOver();
      const untilItWrites = async (_: ChildProcess, changed: Changes) => {
        for await (const { filename } of changed) if (filename === ".spec-update") return;
      };
      expect(await interrupt(untilItWrites)).toBe(everything);
    });
  });
});
