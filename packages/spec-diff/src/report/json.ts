import { type Bump, bumpOf, type Change, type Level } from "../judge/change.ts";

/** What `--json` prints: one object, for programs. */
export interface JsonReport {
  readonly bump: Bump;
  readonly changes: readonly { level: Level; kind: string; where: string; message: string }[];
}

/** The report as data. */
export function reportJson(changes: readonly Change[]): JsonReport {
  return {
    bump: bumpOf(changes),
    changes: changes.map(({ level, kind, where, message }) => ({ level, kind, where, message })),
  };
}
