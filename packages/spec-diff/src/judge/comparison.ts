import type { Keys } from "@grid-sdk/openapi";
import { lastStep } from "../read/place.ts";
import type { Revision } from "../read/revision.ts";
import type { At, Finding, Level } from "./change.ts";
import type { Context, Part } from "./context.ts";
import type { Asking, Direction, When } from "../facts/parts.ts";
import { type Fact, kindOf } from "../facts/facts.ts";
import type { Jobs } from "./jobs.ts";

/** The comparison of one part of one operation, in the direction in which its data travels. */
export interface Comparison {
  readonly before: Revision;
  readonly after: Revision;
  readonly direction: Direction;
  /** Undefined for the document itself, and where a component is compared for all parts that carry it. */
  readonly context: Context | undefined;
  readonly findings: Finding[];
  /** The pairs of schemas that this part has compared already: what ends the comparison of recursive ones. */
  readonly visited: Set<string>;
  /** The comparisons of component schemas, each made once for a direction, and the parts that use them. */
  readonly jobs: Jobs;
  /** The jobs that this part uses. */
  readonly uses: Set<string>;
  /** How a component that both sides name is compared: as a job of its own, or not here. */
  readonly nested: "job" | "skip";
  /** The cases of a union that are compared, where others are compared apart. */
  readonly when?: When | undefined;
  /** How many more pairs a trial looks at: below 0 it proves nothing. */
  readonly budget?: { left: number };
  /** What the API's owners did to a text, where that is known; without it, a text that differs has changed. */
  readonly judgeText?: JudgeText | undefined;
  /** The places of texts that differ only in our words. */
  readonly ownWords: Set<string>;
  /** Whether an example of a response is ours: then only tests that name it depend on it. */
  readonly isOwnExample?: IsOwnExample | undefined;
}

/** `same`: they said it before; `ours`: they say something else now, and the words before were ours. */
export type JudgeText = (before: Keys, after: Keys) => "same" | "ours" | "theirs";

/** By the part of the operation, the media type and the example's name. */
export type IsOwnExample = (context: Context, mediaType: string, name: string) => boolean;

/** A level for each direction, or one level for both. */
export type Levels = Level | Readonly<Record<Direction, Level>>;

/** Fewer values are allowed than before: code may send one that is refused now. */
export const STRICTER = { request: "breaking", response: "minor" } as const satisfies Levels;
/** More values are allowed than before: code may read one that it does not expect. */
export const LOOSER = { request: "minor", response: "breaking" } as const satisfies Levels;
/** There is a new case, which code for all cases has to handle. */
export const WIDER = { request: "minor", response: "widening" } as const satisfies Levels;

/** The level in the direction of the comparison. */
export function levelIn({ direction }: Pick<Comparison, "direction">, levels: Levels): Level {
  return typeof levels === "string" ? levels : levels[direction];
}

/** Records a change at the level that it has in the direction of the comparison. */
export function report(comparison: Comparison, levels: Levels, fact: Fact, at: At = {}): void {
  const { context, when, findings } = comparison;
  const { place = { path: [] }, subject = lastStep(place) } = at;
  const level = levelIn(comparison, levels);
  const contexts = new Set(context ? [context] : []);
  findings.push({ level, kind: kindOf(fact), place, subject, fact, ...(when && { when }), contexts });
}

type AskingFact = Extract<Fact, Asking>;
type Unasked<F = AskingFact> = F extends unknown ? Omit<F, "asks"> : never;

/** The same for a fact that also says whether code has to change: where the change breaks it or adds a case to handle. */
export function reportAsking(comparison: Comparison, levels: Levels, fact: Unasked, at: At = {}): void {
  const isAsking = /^(?:breaking|widening)$/.test(levelIn(comparison, levels));
  report(comparison, levels, { ...fact, asks: isAsking ? comparison.direction : undefined } as AskingFact, at);
}

/** The same comparison, looking at another part. */
export function lookAt(
  comparison: Comparison,
  direction: Direction,
  operation: string,
  part: Part = { kind: "operation" },
): Comparison {
  const uses = new Set<string>();
  const key = JSON.stringify([operation, part]);
  const context = comparison.jobs.contexts.get(key) ?? { operation, part };
  comparison.jobs.contexts.set(key, context);
  comparison.jobs.parts.push({ context, uses });
  return { ...comparison, direction, context, visited: new Set(), uses };
}

const MOST_TRIED = 100;

/**
 * A comparison on trial: its findings are collected apart. Components that have the same name on both sides count as
 * equal, since their changes are reported elsewhere.
 */
export function tryOut(comparison: Comparison): Comparison {
  const left = Math.floor((comparison.budget?.left ?? 2 * MOST_TRIED) / 2);
  return { ...comparison, findings: [], visited: new Set(comparison.visited), nested: "skip", budget: { left } };
}

/** Whether a trial had to stop before it saw everything. */
export function isSpent({ budget }: Comparison): boolean {
  return budget !== undefined && budget.left < 0;
}
