import { createRequire } from "node:module";
import type { Rolldown, UserConfig } from "tsdown";
import { collectLicenses } from "../../../licenses.base.ts";

/** The name of the engine's own file. */
const FILE = "prism-engine";

/** Modules of Prism that no response needs, and the code that replaces them. */
const LEFT_OUT: readonly (readonly [module: string, code: string])[] = [
  // Random names and addresses for `x-faker`: 5 MB.
  ["@faker-js/faker/", "module.exports = {};"],
  // Other formats than OpenAPI 3.
  ["http-spec/postman/operation.js", "module.exports = {};"],
  ["http-spec/oas2/operation.js", "module.exports = {};"],
  // The network: forwarding, callbacks, and references that lead out of the document.
  ["prism-http/dist/forwarder/index.js", "module.exports = {};"],
  ["prism-http/dist/mocker/callback/callbacks.js", "exports.runCallback = () => () => () => undefined;"],
  ["/json-schema-ref-parser@6", "module.exports = {};"],
  // What @grid-sdk/contract does: finding the operation, and the checks of requests and responses.
  ["prism-http/dist/router/index.js", "module.exports = {};"],
  [
    "prism-http/dist/validator/index.js",
    'exports.validateSecurity = require("./validators/security").validateSecurity;',
  ],
  ["prism-http/dist/validator/validators/body.js", "module.exports = {};"],
  ["prism-http/dist/validator/validators/headers.js", "module.exports = {};"],
  // The log.
  ["prism-http/dist/utils/logger.js", "exports.logRequest = exports.logResponse = () => {};"],
  ["prism-core/dist/logger.js", "module.exports = {};"],
];

const findLeftOut = (id: string) => LEFT_OUT.find(([module]) => id.replaceAll("\\", "/").includes(module));

const leaveOut: Rolldown.Plugin = {
  name: "leave-out",
  load(id: string) {
    const code = findLeftOut(id)?.[1];
    return code === undefined ? undefined : { code, moduleType: "js" };
  },
};

/** Node warns of `url.resolve`, and a document's references are its own: they begin with `#`. */
const resolveWithin: Rolldown.Plugin = {
  name: "resolve-within",
  transform: (code: string, id: string) =>
    id.replaceAll("\\", "/").endsWith("json-schema-ref-parser/lib/util/url.js")
      ? code.replace('require("url").resolve', '(from, to) => (/^(#|$)/.test(to) ? from.split("#")[0] + to : to)')
      : undefined,
};

/** Its main file loads its parts in a way that no bundler can follow. */
const findJsoncParser: Rolldown.Plugin = {
  name: "find-jsonc-parser",
  resolveId: (source: string, importer: string | undefined) =>
    source === "jsonc-parser" && importer
      ? createRequire(importer).resolve("jsonc-parser").replace("/umd/", "/esm/").replaceAll("\\umd\\", "\\esm\\")
      : undefined,
};

const licenses = collectLicenses("The file prism-engine.cjs is made of", (module) => !findLeftOut(module));

/** Builds Prism's engine with its dependencies into one CommonJS file, which Node and Jest both load. */
export const prismEngine: UserConfig = {
  entry: { [FILE]: "src/prism/prism-engine.ts" },
  format: ["cjs"],
  platform: "node",
  dts: false,
  sourcemap: false,
  minify: true,
  deps: { alwaysBundle: [/.*/] },
  plugins: [leaveOut, resolveWithin, findJsoncParser, licenses],
};

/**
 * Makes the other files `require` the engine. With an `import`, Node would parse a megabyte of CommonJS for the names of
 * its exports, which takes longer than to load it.
 */
export const besideEngine: Rolldown.Plugin = {
  name: "beside-engine",
  load: (id: string) =>
    id.endsWith(`/${FILE}.ts`)
      ? `import { createRequire } from "node:module";
const engine = createRequire(import.meta.url)("./${FILE}.cjs");
export const { createInstance, getHttpOperationsFromSpec } = engine;`
      : undefined,
};
