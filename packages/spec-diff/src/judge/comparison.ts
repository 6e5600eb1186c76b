import type { JsonObject } from "@grid-sdk/contract";
import type { Place } from "../read/place.ts";
import type { Finding, Level } from "./change.ts";

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
  /** The component schemas that were compared as themselves, in any part. */
  readonly components: Set<string>;
  /** Component schemas that are judged where they are carried, and need not be entered from another one. */
  readonly judged?: ReadonlySet<string>;
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
  return { ...comparison, direction, context, visited: new Set() };
}

/** The same comparison without a trace: its findings are collected apart. */
export function tryOut(comparison: Comparison): Comparison {
  return { ...comparison, findings: [], visited: new Set(comparison.visited) };
}

/** Names in backticks, in a stable order. */
export function quoteAll(names: Iterable<string>): string {
  return [...names]
    .toSorted()
    .map((name) => `\`${name}\``)
    .join(", ");
}
