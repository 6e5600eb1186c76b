import type { Place } from "../read/place.ts";
import type { Context } from "./context.ts";
import type { Fact } from "../facts/facts.ts";
import type { When } from "../facts/parts.ts";

/** How much work a change is for users of the SDK, most serious first. */
export const LEVELS = ["breaking", "widening", "minor", "docs"] as const;
export type Level = (typeof LEVELS)[number];

export type Bump = "major" | "minor" | "patch" | "none";

const BUMPS: Record<Level, Bump> = { breaking: "major", widening: "minor", minor: "minor", docs: "patch" };

/** One difference between two revisions, as data: `report/` makes sentences of it. */
export interface Change {
  readonly level: Level;
  /** The kind of change, for programs: `property-removed`, `status-added`, … */
  readonly kind: string;
  readonly place: Place;
  /** Every part of an operation that carries it; none for what no operation carries. */
  readonly contexts: readonly Context[];
  /** The name that was changed: a property, a value, an operation, a component. */
  readonly subject: string;
  readonly fact: Fact;
  /** The cases of a union that it is true for; without them it is true for all. */
  readonly when?: When;
  /** Sentences of the new revision about what changed, where they may require something. */
  readonly quotes?: readonly string[];
}

/** A change at one place, seen from one part of one operation or, in a component, from several. */
export interface Finding extends Omit<Change, "contexts" | "quotes"> {
  readonly contexts: ReadonlySet<Context>;
}

/** The place of a finding, and the name that was changed there: by default the last step of the place. */
export interface At {
  readonly place?: Place;
  readonly subject?: string;
}

/** What a release with these changes has to be. */
export function bumpOf(changes: readonly { readonly level: Level }[]): Bump {
  const level = LEVELS.find((candidate) => changes.some((change) => change.level === candidate));
  return level ? BUMPS[level] : "none";
}
