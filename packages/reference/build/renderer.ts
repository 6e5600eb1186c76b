import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Rolldown } from "tsdown";

const { resolve } = createRequire(import.meta.url);
const folder = join(dirname(resolve("@scalar/api-reference")), "browser");

/** Puts Scalar's browser bundle beside the built files, and what is in it. */
export const emitRenderer: Rolldown.Plugin = {
  name: "emit-renderer",
  generateBundle() {
    const script = readFileSync(join(folder, "standalone.js"), "utf8");
    this.emitFile({ type: "asset", fileName: "renderer.js", source: makeInlinable(script) });
    this.emitFile({ type: "asset", fileName: "THIRD-PARTY-LICENSES.md", source: listContents() });
  },
};

/** HTML ends an inline script at `</script`, and reads on otherwise after `<!--`; both stand in strings and patterns only. */
function makeInlinable(script: string): string {
  return script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n").replaceAll(/<(?=!--|\/?script)/gi, String.raw`\x3c`);
}

/** Scalar's licence, and the packages that its bundle is made of, as its source map names them. */
function listContents(): string {
  const { version } = JSON.parse(readFileSync(join(folder, "../../package.json"), "utf8")) as { version: string };
  const { sources } = JSON.parse(readFileSync(join(folder, "standalone.js.map"), "utf8")) as { sources: string[] };
  const names = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  const list = [...new Set(names)].toSorted().map((name) => `- ${name}`);
  return `# Third-party licences

The file renderer.js is the browser bundle of @scalar/api-reference ${version}, with the notices that it carries.

    MIT License

    Copyright (c) 2023-present Scalar

    Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

    The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

    THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

The bundle holds parts of these packages, each under the licence that it is published with:

${list.join("\n")}
`;
}
