import type { Place } from "../read/place.ts";

/** How much a change asks of a consumer of the SDK, most serious first. */
export const LEVELS = ["breaking", "widening", "minor", "docs"] as const;
export type Level = (typeof LEVELS)[number];

export type Bump = "major" | "minor" | "patch" | "none";

const BUMPS: Record<Level, Bump> = { breaking: "major", widening: "minor", minor: "minor", docs: "patch" };

/** A part of an operation that carries what changed. */
export interface Context {
  /** The `operationId`, or method and path of an operation without one. */
  readonly operation: string;
  /** For example `response 200`, `request body`, `query limit`; empty for the operation itself. */
  readonly part: string;
}

/** The text of one place before and after. */
export interface Texts {
  /** For example `description`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The operation, the schema or the part of the document that it documents. */
  readonly owner: string;
  /** Whether it is about a value that requests or responses carry. */
  readonly isContract: boolean;
  /** Whether `before` is what the API's owners said, as far as one knows: else nothing is known of it. */
  readonly isKnown: boolean;
}

/** The cases of a union that a change is about. */
export interface When {
  /** The property that tells the cases apart; without it, the values are names of branches. */
  readonly property?: string;
  readonly values: readonly string[];
}

/** One difference between two revisions, as data: `report/` makes sentences of it. */
export interface Change {
  readonly level: Level;
  /** What sort of change it is, for programs: `property-removed`, `status-added`, … */
  readonly kind: string;
  readonly place: Place;
  /** Every part of an operation that carries it; none for what no operation carries. */
  readonly contexts: readonly Context[];
  /** The name that was changed: a property, a value, an operation, a component. */
  readonly subject: string;
  /** What a value or a branch belongs to, as a sentence names it. */
  readonly of?: string;
  /** What is the case now, without a full stop. */
  readonly fact: string;
  /** What a consumer has to do, without a full stop. */
  readonly advice?: string;
  /** The values of a discriminator that it is true for; without them it is true for all. */
  readonly when?: When;
  /** Of a change of documentation. */
  readonly texts?: Texts;
  /** Sentences of the new revision on what changed, where they may ask for something. */
  readonly quotes?: readonly string[];
}

/** A change at one place, seen from one part of one operation or, in a component, from several. */
export interface Finding extends Omit<Change, "contexts" | "quotes"> {
  readonly contexts: ReadonlySet<Context>;
}

/** What a release with these changes has to be. */
export function bumpOf(changes: readonly { readonly level: Level }[]): Bump {
  const level = LEVELS.find((candidate) => changes.some((change) => change.level === candidate));
  return level ? BUMPS[level] : "none";
}

/** The bump that one level asks for. */
export function bumpOfLevel(level: Level): Bump {
  return BUMPS[level];
}
