import type { JsonObject } from "@grid-sdk/contract";
import type { Place } from "../read/place.ts";
import type { Finding, Level } from "./change.ts";
import type { Jobs } from "./jobs.ts";

export type Direction = "request" | "response";

/** The comparison of one part of one operation, in the direction in which its data travels. */
export interface Comparison {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly direction: Direction;
  /** For example `listAuthSessions response 200`. */
  readonly context: string;
  readonly findings: Finding[];
  /** The pairs of schemas that this part has compared already: what ends the comparison of recursive ones. */
  readonly visited: Set<string>;
  /** The comparisons of component schemas, each made once for a direction, and the parts that use them. */
  readonly jobs: Jobs;
  /** The jobs that this part uses. */
  readonly uses: Set<string>;
  /** What is done with a component that both sides name: it is a job of its own, or another one compares it. */
  readonly nested: "job" | "skip";
  /** How many more pairs a trial looks at: what is not proven by then is not proven. */
  readonly budget?: { left: number };
}

/** A level for each direction; one level alone stands for both. */
type Levels = Level | { readonly request: Level; readonly response: Level };

export interface Report {
  readonly kind: string;
  readonly place: Place;
  readonly subject: string;
  readonly message: string;
}

/** Records a change at the level that it has in the direction of the comparison. */
export function report(comparison: Comparison, levels: Levels, { kind, place, subject, message }: Report): void {
  const level = typeof levels === "string" ? levels : levels[comparison.direction];
  comparison.findings.push({ level, kind, place, subject, message, context: comparison.context });
}

/** The same comparison, looking at another part. */
export function lookAt(comparison: Comparison, direction: Direction, context: string): Comparison {
  const uses = new Set<string>();
  comparison.jobs.parts.push({ context, uses });
  return { ...comparison, direction, context, visited: new Set(), uses };
}

const MOST_TRIED = 100;

/**
 * The same comparison without a trace: its findings are collected apart. What both sides call by the same name is the
 * same here, since its changes are told where it is compared as itself.
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
