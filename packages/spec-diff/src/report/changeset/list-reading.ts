import type { Change } from "../../judge/change.ts";
import { clip } from "../../facts/describe-difference.ts";
import { describeFact } from "../describe-fact.ts";
import { groupChanges, type Line } from "../group-changes.ts";
import { MOST, nameBeyond, placesOf } from "./list-lines.ts";

/** So many characters of one sentence of the specification. */
const MOST_QUOTED = 400;

interface Reading {
  readonly lines: readonly string[];
  /** The changes that are listed there. */
  readonly changes: ReadonlySet<Change>;
}

/** The changes that the specification may require something for, each with its words. */
export function listReading(changes: readonly Change[], pullRequest: string | undefined): Reading {
  const quoted = changes.filter(
    (change) => change.quotes !== undefined || (change.level === "minor" && describeFact(change)[1] !== undefined),
  );
  const seen = new Set<string>();
  const lines = groupChanges(quoted, true)
    .toSorted((a, b) => weigh(a) - weigh(b))
    .flatMap((line) => {
      const fresh = line.quotes.filter((quote) => !seen.has(quote));
      for (const quote of fresh) seen.add(quote);
      // Breaking changes are described below; here is what the specification says about them.
      const says = line.level === "minor" ? [line.message] : [];
      if (says.length === 0 && fresh.length === 0) return [];
      const words = fresh.map((quote) => `“${clip(quote, MOST_QUOTED)}”`);
      return [{ changes: line.changes, text: `- ${[placesOf(line), ...says, ...words].filter(Boolean).join(" ")}\n` }];
    });
  return {
    lines: nameBeyond(lines, MOST.read, pullRequest),
    changes: new Set(lines.flatMap((line) => line.changes)),
  };
}

/** Requests and deprecations come first, new operations that nobody calls yet last. */
function weigh({ kind, changes }: Line): number {
  if (kind === "operation-added") return 3;
  if (kind === "enum-value-added" || kind === "enum-value-removed") return 2;
  const isOfResponses = changes.every(
    (change) =>
      change.kind !== "deprecated-set" &&
      change.contexts.every(({ part }) => part.kind === "response" || part.kind === "header"),
  );
  return isOfResponses ? 1 : 0;
}
