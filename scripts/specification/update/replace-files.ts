import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DocumentError } from "@grid-sdk/openapi";

const STAGING = ".spec-update";
const PLAN = "plan.json";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** With a listener, a signal does not end the process. It can be ignored, because the caller is about to end anyway. */
const wait = (): void => {};

/** The new content of files, by path from the root; `null` removes a file. */
export type FileChanges = ReadonlyMap<string, string | null>;

/**
 * Replaces all files or none. Writes everything to a folder of its own first, then the plan. From then on the replacement
 * will be completed, by `finishReplacement` if this process ends early. A signal waits until it is complete.
 */
export function replaceFiles(root: string, files: FileChanges): void {
  const staging = join(root, STAGING);
  for (const signal of SIGNALS) process.on(signal, wait);
  try {
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { recursive: true });
    const plan = [...files].map(([path, content], at) => {
      if (content !== null) writeFileSync(join(staging, String(at)), content, { flush: true });
      return { path, isRemoved: content === null };
    });
    writeFileSync(join(staging, `${PLAN}.new`), JSON.stringify(plan), { flush: true });
    renameSync(join(staging, `${PLAN}.new`), join(staging, PLAN));
    finishReplacement(root);
  } finally {
    for (const signal of SIGNALS) process.off(signal, wait);
  }
}

/** Whether a replacement was begun and not completed. */
export function isReplacementPending(root: string): boolean {
  return existsSync(join(root, STAGING, PLAN));
}

/** Completes a replacement that has a plan; drops one without. Throws a `DocumentError` for a plan that cannot be read. */
export function finishReplacement(root: string): void {
  const staging = join(root, STAGING);
  if (isReplacementPending(root)) {
    for (const [at, { path, isRemoved }] of readPlan(staging).entries()) {
      const [staged, target] = [join(staging, String(at)), join(root, path)];
      if (isRemoved) rmSync(target, { recursive: true, force: true });
      else if (existsSync(staged)) {
        mkdirSync(dirname(target), { recursive: true });
        renameSync(staged, target);
      }
    }
  }
  rmSync(staging, { recursive: true, force: true });
}

function readPlan(staging: string): { path: string; isRemoved: boolean }[] {
  try {
    return JSON.parse(readFileSync(join(staging, PLAN), "utf8"));
  } catch {
    throw new DocumentError(
      `${STAGING}/${PLAN} is not valid JSON. It belongs to an update that did not complete. Delete the folder ${STAGING}, restore the other files from Git, and run the update again.`,
    );
  }
}
