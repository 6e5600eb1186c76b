import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ROOT } from "./root.ts";

/** What changesets leaves in a checkout from entering pre mode until the release after it has been left. */
const TRACES = [".changeset/pre.json", ".changeset/pre/*.md"];

/** Why a checkout cannot be released, if it is in the pre mode of changesets or has not yet left it. */
export function describePreMode(root: URL): string | undefined {
  const [found] = globSync(TRACES, { cwd: fileURLToPath(root) }).toSorted();
  if (found === undefined) return undefined;
  return `Releases do not support the pre mode of changesets (${found.replaceAll("\\", "/")}): revert what \`changeset pre enter\`, and each \`changeset version\` since then, changed.`;
}

/** Ends a command of the release, before it does anything, if this checkout is in the pre mode of changesets. */
export function refusePreMode(): void {
  const reason = describePreMode(ROOT);
  if (reason === undefined) return;
  console.error(reason);
  process.exit(1);
}
