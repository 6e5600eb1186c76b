import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Rolldown } from "tsdown";

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

/**
 * Writes the licences of the packages that are built in to THIRD-PARTY-LICENSES.md. `files` says which files those are.
 * Throws for a package whose licence is not known.
 */
export function collectLicenses(files: string, isBuiltIn: (module: string) => boolean = () => true): Rolldown.Plugin {
  return {
    name: "collect-licenses",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
      const folders = modules.filter((id) => id.includes("node_modules") && isBuiltIn(id)).map(findPackage);
      const source = formatLicenses(`${files} parts of these packages.`, new Set(folders));
      this.emitFile({ type: "asset", fileName: "THIRD-PARTY-LICENSES.md", source });
    },
  };
}

/** The licences of the packages in these folders, in Markdown. Throws for a package whose licence is not known. */
export function formatLicenses(introduction: string, folders: Iterable<string>): string {
  const texts = new Map([...folders].map((folder) => describePackage(folder)));
  const sections = [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([title, text]) => `## ${title}\n\n${text}`);
  return `# Third-party licences\n\n${introduction}\n\n${sections.join("\n\n")}\n`;
}

/** The folder of the package that a module belongs to. */
function findPackage(module: string): string {
  const parts = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module.replace(/^\0+/, ""))?.[1];
  if (parts === undefined || !existsSync(join(parts, "package.json"))) throw new Error(`${module} is of no package.`);
  return parts;
}

function describePackage(folder: string): [title: string, text: string] {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const { name, version, license } = manifest;
  const title = `${name} ${version} (${license})`;
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  if (texts.length > 0) return [title, texts.map(quote).join("\n\n")];
  if (license === "MIT") return [title, quote(MIT.replace("AUTHOR", nameOf(manifest)))];
  throw new Error(`${title} in ${dirname(folder)} has no file with its licence, which is needed to publish it.`);
}

function nameOf({ name: packageName, author }: Manifest): string {
  const name = typeof author === "string" ? author : author?.name;
  return name?.replace(/\s*[<(].*/, "") ?? `the authors of ${packageName}`;
}

function quote(text: string): string {
  return text
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");
}

/** For packages that name the licence and do not bring its text. */
const MIT = `Copyright (c) AUTHOR

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
