import { readFileSync } from "node:fs";
import type { Rolldown } from "tsdown";
import { listBundled, RENDERER } from "./list-bundled.ts";

const NOTICES = new URL("../THIRD-PARTY-LICENSES.md", import.meta.url);

/** Copies Scalar's browser bundle to the built files, with the licences of its packages. */
export const emitRenderer: Rolldown.Plugin = {
  name: "emit-renderer",
  generateBundle() {
    const script = readFileSync(RENDERER, "utf8");
    this.emitFile({ type: "asset", fileName: "renderer.js", source: makeInlinable(script) });
    this.emitFile({ type: "asset", fileName: "THIRD-PARTY-LICENSES.md", source: readNotices() });
  },
};

/** HTML ends an inline script at `</script`, and treats `<!--` specially. The bundle has both only in strings and patterns. */
function makeInlinable(script: string): string {
  return script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n").replaceAll(/<(?=!--|\/?script)/gi, String.raw`\x3c`);
}

/** Throws if the notices do not match the packages of the bundle. */
function readNotices(): string {
  const notices = readFileSync(NOTICES, "utf8");
  const found = new Set(
    Array.from(notices.matchAll(/^## (\S+) (\S+) \(/gm), ([, name, version]) => `${name} ${version}`),
  );
  const missing = listBundled().filter(({ name, version }) => !found.delete(`${name} ${version}`));
  if (missing.length === 0 && found.size === 0) return notices;
  const names = [...missing.map(({ name, version }) => `${name} ${version}`), ...found].join(", ");
  throw new Error(`THIRD-PARTY-LICENSES.md differs from Scalar's bundle in ${names}. Run \`pnpm reference:licenses\`.`);
}
