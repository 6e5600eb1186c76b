import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const STAGING = ".spec-update";
const PLAN = "plan.json";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** With a listener a signal does not end the process; this one lets it pass, for the caller is about to end anyway. */
const wait = (): void => {};

/** What is to become of a file, by its path from the root: `null` removes it. */
export type FileChanges = ReadonlyMap<string, string | null>;

/**
 * Replaces all files or none. Everything is written aside first; then the plan is put in place, after which the
 * replacement is carried through, by `finishReplacement` if this process ends before it is. A signal waits for it.
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

/** Whether a replacement was begun and not carried through. */
export function isReplacementPending(root: string): boolean {
  return existsSync(join(root, STAGING, PLAN));
}

/** Carries a replacement through that was begun; one that was not yet decided on is dropped. */
export function finishReplacement(root: string): void {
  const staging = join(root, STAGING);
  if (isReplacementPending(root)) {
    const plan = JSON.parse(readFileSync(join(staging, PLAN), "utf8")) as { path: string; isRemoved: boolean }[];
    for (const [at, { path, isRemoved }] of plan.entries()) {
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
