import type { Keys } from "@grid-sdk/openapi";
import type { Revision } from "../read/revision.ts";
import type { Context, Finding, Level, When } from "./change.ts";
import type { Jobs } from "./jobs.ts";

export type Direction = "request" | "response";

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
  /** What is done with a component that both sides name: it is a job of its own, or another one compares it. */
  readonly nested: "job" | "skip";
  /** The cases of a union that are compared, where others are compared apart. */
  readonly when?: When | undefined;
  /** How many more pairs a trial looks at: what is not proven by then is not proven. */
  readonly budget?: { left: number };
  /** What the API's owners did to a text, where somebody knows; without it, a text that differs has changed. */
  readonly judgeText?: JudgeText | undefined;
  /** The places of texts that differ in our words alone. */
  readonly ownWords: Set<string>;
  /** Whether an example of a response is ours: then nothing depends on it but tests that name it. */
  readonly isOwnExample?: IsOwnExample | undefined;
}

/** `same`: they said it before; `ours`: they say something else now, and the words before were ours. */
export type JudgeText = (before: Keys, after: Keys) => "same" | "ours" | "theirs";

/** By the part of the operation, the media type and the example's name. */
export type IsOwnExample = (context: Context, mediaType: string, name: string) => boolean;

/** A level for each direction; one level alone stands for both. */
type Levels = Level | { readonly request: Level; readonly response: Level };

export type Report = Pick<Finding, "kind" | "place" | "subject" | "fact" | "of"> & {
  readonly advice?: string | undefined;
};

/** Records a change at the level that it has in the direction of the comparison. */
export function report(comparison: Comparison, levels: Levels, { advice, ...said }: Report): void {
  const { direction, context, when, findings } = comparison;
  const level = typeof levels === "string" ? levels : levels[direction];
  const contexts = new Set(context ? [context] : []);
  findings.push({ level, ...said, ...(advice && { advice }), ...(when && { when }), contexts });
}

/** The same comparison, looking at another part. */
export function lookAt(comparison: Comparison, direction: Direction, operation: string, part = ""): Comparison {
  const uses = new Set<string>();
  const key = JSON.stringify([operation, part]);
  const context = comparison.jobs.contexts.get(key) ?? { operation, part };
  comparison.jobs.contexts.set(key, context);
  comparison.jobs.parts.push({ context, uses });
  return { ...comparison, direction, context, visited: new Set(), uses };
}

const MOST_TRIED = 100;

/**
 * The same comparison without a trace: its findings are collected apart. What both sides call by the same name is the
 * same here, since its changes are reported where it is compared as itself.
 */
export function tryOut(comparison: Comparison): Comparison {
  const left = Math.floor((comparison.budget?.left ?? 2 * MOST_TRIED) / 2);
  return { ...comparison, findings: [], visited: new Set(comparison.visited), nested: "skip", budget: { left } };
}

/** Names in backticks, in a stable order. */
export function quoteAll(names: Iterable<string>): string {
  return [...names]
    .toSorted()
    .map((name) => `\`${name}\``)
    .join(", ");
}
