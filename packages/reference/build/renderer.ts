import { readFileSync } from "node:fs";
import type { Rolldown } from "tsdown";
import { listBundled, RENDERER } from "./list-bundled.ts";

const NOTICES = new URL("../THIRD-PARTY-LICENSES.md", import.meta.url);

/** Puts Scalar's browser bundle beside the built files, and the licences of what is in it. */
export const emitRenderer: Rolldown.Plugin = {
  name: "emit-renderer",
  generateBundle() {
    const script = readFileSync(RENDERER, "utf8");
    this.emitFile({ type: "asset", fileName: "renderer.js", source: makeInlinable(script) });
    this.emitFile({ type: "asset", fileName: "THIRD-PARTY-LICENSES.md", source: readNotices() });
  },
};

/** HTML ends an inline script at `</script`, and reads on otherwise after `<!--`; both stand in strings and patterns only. */
function makeInlinable(script: string): string {
  return script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n").replaceAll(/<(?=!--|\/?script)/gi, String.raw`\x3c`);
}

/** Throws if it is not of the very packages that the bundle is made of. */
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
