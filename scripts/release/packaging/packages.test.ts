import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { beforeAll, describe, expect, test } from "vitest";
import { lineEntries } from "../../../tsdown.base.ts";
import { type PackageName, PACKAGES } from "../../workspace/packages.ts";
import { packPackage, type PackedPackage } from "./pack.ts";

const LIBRARY = ["index.cjs", "index.cjs.map", "index.d.cts", "index.d.ts", "index.js", "index.js.map"];
/** The entries of all lines, and what they have together. */
const entriesOf = (shared: readonly string[]) => [
  ...lineEntries.flatMap(({ file }) => LIBRARY.map((built) => built.replace("index", file))),
  ...shared,
];
// Loaded only for YAML, with the module that it shares with the rest.
const YAML_READER = [
  ...["cjs", "cjs.map", "js", "js.map"].map((type) => `parse-document.${type}`),
  ...["js", "js.map"].map((type) => `is-openapi.${type}`),
];
const EXPECTED = {
  core: {
    dist: [
      ...entriesOf(["revision.d.cts", "revision.d.ts"]),
      ...lineEntries.flatMap(({ file }) =>
        ["json", "yaml"].map((type) => `${file}/openapi.${type}`.replace("index/", "")),
      ),
    ],
    dependencies: [],
  },
  client: {
    dist: entriesOf([
      ...["cjs", "cjs.map", "js", "js.map"].map((type) => `create-fetch.${type}`),
      ...["d.cts", "d.ts"].map((type) => `every-line.${type}`),
    ]),
    dependencies: ["@grid-sdk/core", "openapi-fetch"],
  },
  device: {
    dist: [
      ...["index", "native", "passkey"].flatMap((entry) => LIBRARY.map((file) => file.replace("index", entry))),
      "THIRD-PARTY-LICENSES.md",
    ],
    // The further entries, for a bundler that does not read `exports`.
    folders: ["native/package.json", "passkey/package.json"],
    dependencies: ["@grid-sdk/core", "@noble/ciphers", "@noble/curves", "@noble/hashes", "@scure/base", "hpke"],
  },
  reference: {
    dist: [...LIBRARY, "THIRD-PARTY-LICENSES.md", "renderer.js"],
    // The renderer is built in.
    dependencies: [],
  },
  mock: {
    dist: [
      ...entriesOf(LIBRARY.map((built) => built.replace("index", "start-mock"))),
      ...YAML_READER,
      "THIRD-PARTY-LICENSES.md",
      "grid-mock.js",
      "grid-mock.js.map",
      "prism-engine.cjs",
    ],
    // Prism is built in: its packages are not installed, and their scripts do not run.
    dependencies: ["@grid-sdk/core", "ajv", "ajv-formats", "yaml"],
  },
  emulator: {
    dist: [
      ...entriesOf(["options.d.cts", "options.d.ts"]),
      ...YAML_READER,
      ...["cjs", "cjs.map", "js", "js.map"].map((type) => `passkey.${type}`),
      // Modules that are not CommonJS are built into the CommonJS files.
      "webapi.cjs",
      "webapi.cjs.map",
      "THIRD-PARTY-LICENSES.md",
      "grid-emulator.js",
      "grid-emulator.js.map",
    ],
    dependencies: [
      "@grid-sdk/core",
      "@scure/base",
      "@simplewebauthn/server",
      "ajv",
      "ajv-formats",
      "hpke",
      "jose",
      "tldts",
      "yaml",
    ],
  },
};
// Resolution only by folder, which TypeScript 7 no longer has, ignores `exports`.
const RESOLUTIONS_GONE = new Set(["node10"]);

function listFolders(name: PackageName): readonly string[] {
  const expected = EXPECTED[name];
  return "folders" in expected ? expected.folders : [];
}

describe.each(PACKAGES)("@grid-sdk/%s, packed", (name) => {
  let folder: string;
  let packed: PackedPackage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "grid-sdk-pack-"));
    packed = await packPackage(name, folder);
    return () => rm(folder, { recursive: true, force: true });
  });

  test("contains exactly its built files", () => {
    const changelog = existsSync(join(packed.directory, "CHANGELOG.md")) ? ["CHANGELOG.md"] : [];
    const dist = EXPECTED[name].dist.map((file) => `dist/${file}`);
    const expected = [...changelog, "LICENSE", "README.md", ...dist, ...listFolders(name), "package.json"];
    expect(packed.files).toEqual(expected.toSorted());
  });

  test("passes publint", async () => {
    const { messages } = await publint({ pkgDir: packed.directory, strict: true });
    expect(messages).toEqual([]);
  });

  test("has the right types in every way to resolve them", async () => {
    const tarball = createPackageFromTarballData(await readFile(packed.tarball));
    // The YAML is for tools that read files; nobody imports it.
    const analysis = await checkPackage(tarball, {
      excludeEntrypoints: lineEntries.map(({ file }) => `./${file}/openapi.yaml`.replace("index/", "")),
    });
    if (!analysis.types) throw new Error("The package has no types.");
    const problems = analysis.problems.filter(
      (problem) => !("resolutionKind" in problem && RESOLUTIONS_GONE.has(problem.resolutionKind)),
    );
    expect(problems).toEqual([]);
  });

  test("depends on what it promises, on versions and not on workspaces", () => {
    const dependencies = (packed.manifest["dependencies"] ?? {}) as Record<string, string>;
    expect(Object.keys(dependencies).toSorted()).toEqual(EXPECTED[name].dependencies.toSorted());
    for (const range of Object.values(dependencies)) expect(range).toMatch(/^[\^~]?\d+\.\d+\.\d+/);
    // The page of a server for tests: found where it is installed, and not installed with it.
    const peers = name === "mock" || name === "emulator" ? ["@grid-sdk/reference"] : [];
    expect(Object.keys((packed.manifest["peerDependencies"] ?? {}) as object)).toEqual(peers);
    const meta = (packed.manifest["peerDependenciesMeta"] ?? {}) as Record<string, unknown>;
    for (const peer of peers) expect(meta[peer]).toEqual({ optional: true });
    expect(packed.manifest).not.toHaveProperty("optionalDependencies");
  });

  test("runs nothing when it is installed", () => {
    const scripts = Object.keys((packed.manifest["scripts"] ?? {}) as object);
    const atInstall = /^(pre|post)?(install|prepare)$/;
    expect(scripts.filter((script) => atInstall.test(script))).toEqual([]);
    expect(packed.files).not.toContain("binding.gyp");
  });

  test("says what it is, where it comes from and where it runs", () => {
    expect(packed.manifest).toMatchObject({
      license: "MIT",
      sideEffects: false,
      type: "module",
      engines: { node: ">=20.19" },
      repository: { directory: `packages/${name}` },
    });
  });

  test("names no source map that it does not bring", async () => {
    const built = packed.files.filter((file) => /^dist\/.*\.([cm]?js|d\.c?ts)$/.test(file));
    const named = await Promise.all(
      built.map(async (file) => {
        const text = await readFile(join(packed.directory, file), "utf8");
        return /\n\/\/# sourceMappingURL=([^\s:]+)\s*$/.exec(text)?.[1] ?? [];
      }),
    );
    expect(packed.files).toEqual(expect.arrayContaining(named.flat().map((map) => `dist/${map}`)));
    expect(built.length).toBeGreaterThan(0);
  });

  test("brings the sources of its source maps", async () => {
    const map = JSON.parse(await readFile(join(packed.directory, "dist/index.js.map"), "utf8"));
    expect(map.sourcesContent).toHaveLength(map.sources.length);
    expect(map.sourcesContent.length).toBeGreaterThan(0);
  });

  test("lets nobody import past its entry", async () => {
    const require = createRequire(import.meta.url);
    expect(() => require.resolve(`@grid-sdk/${name}/dist/index.js`)).toThrow(/not defined by "exports"/);
    expect(() => require.resolve(`@grid-sdk/${name}/src/index.ts`)).toThrow(/not defined by "exports"/);
    expect(require.resolve(`@grid-sdk/${name}/package.json`)).toContain("package.json");
  });

  test("is found without `exports` as with them, where it has folders for that", async () => {
    const folders = listFolders(name);
    if (folders.length === 0) return;
    const exported = packed.manifest["exports"] as Record<string, { require: { types: string; default: string } }>;
    for (const path of ["package.json", ...folders]) {
      const { main, types } = JSON.parse(await readFile(join(packed.directory, path), "utf8"));
      const entry = posix.dirname(`./${path}`);
      const { require } = exported[entry] ?? exported[`./${entry}`] ?? {};
      const resolved = [types, main].map((file) => `./${posix.join(posix.dirname(path), file)}`);
      expect(resolved).toEqual([require?.types, require?.default]);
    }
  });

  test("reaches out to nobody but the API it is for", async () => {
    const code = await readFile(join(packed.directory, "dist/index.js"), "utf8");
    const hosts = new Set([...code.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host));
    // json-schema.org is part of the name of a dialect, example.com of an example.
    const known = new Set(["api.lightspark.com", "127.0.0.1", "localhost", "json-schema.org", "example.com"]);
    expect([...hosts].filter((host) => !known.has(host ?? ""))).toEqual([]);
  });
});
