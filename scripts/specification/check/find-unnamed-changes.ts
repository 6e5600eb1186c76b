import { bumpOf, type Bump, type Change } from "@grid-sdk/spec-diff";
import { LINE_PACKAGES } from "../../workspace/packages.ts";
import type { Changeset } from "./read-changesets.ts";

const ORDER: readonly Bump[] = ["none", "patch", "minor", "major"];

/** The changes that no changeset names at their level or above. Documentation needs a changeset, but not to be named. */
export function findUnnamedChanges(changes: readonly Change[], changesets: readonly Changeset[]): Change[] {
  return changes.filter(({ level, subject }) => {
    const enough = changesets.filter(({ bumps }) =>
      LINE_PACKAGES.every((name) => rank(bumps.get(`@grid-sdk/${name}`)) >= rank(bumpOf([{ level }]))),
    );
    return !enough.some(({ text }) => level === "docs" || names(text, subject));
  });
}

function rank(bump: string | undefined): number {
  return ORDER.findIndex((candidate) => candidate === bump);
}

/** Whether a text contains a name as a word of its own. */
function names(text: string, subject: string): boolean {
  const escaped = subject.replaceAll(/[^\w\s]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w-])${escaped}(?![\w-])`).test(text);
}
