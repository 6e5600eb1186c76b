import { type Bump, bumpOf, type Change, type Context, type Level } from "../judge/change.ts";
import type { Place } from "../read/place.ts";
import { describeChange } from "./describe-change.ts";
import { describeWhere } from "./describe-place.ts";

/** A change as data, and in words. */
export interface JsonChange {
  readonly level: Level;
  readonly kind: string;
  readonly where: string;
  readonly message: string;
  readonly place: Place;
  readonly contexts: readonly Context[];
  readonly subject: string;
  readonly quotes?: readonly string[];
}

/** What `--json` prints: one object, for programs. */
export interface JsonReport {
  readonly bump: Bump;
  readonly changes: readonly JsonChange[];
}

/** The report as data. */
export function reportJson(changes: readonly Change[]): JsonReport {
  return { bump: bumpOf(changes), changes: changes.map(toJson) };
}

function toJson(change: Change): JsonChange {
  const { level, kind, place, contexts, subject, quotes } = change;
  const [where, message] = [describeWhere(change), describeChange(change)];
  return { level, kind, where, message, place, contexts, subject, ...(quotes && { quotes }) };
}
