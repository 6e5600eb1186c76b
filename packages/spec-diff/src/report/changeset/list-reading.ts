import type { Change } from "../../judge/change.ts";
import { clip } from "../describe-difference.ts";
import { groupChanges, type Line } from "../group-changes.ts";
import { limit, MOST, nameRest, placesOf } from "./list-lines.ts";

/** So many characters of one sentence of the specification. */
const MOST_QUOTED = 400;

interface Reading {
  readonly lines: readonly string[];
  /** The changes that stand there. */
  readonly changes: ReadonlySet<Change>;
}

/** The changes of which the specification says something that may ask for something, each with its words. */
export function listReading(changes: readonly Change[], pullRequest: string | undefined): Reading {
  const quoted = changes.filter(
    ({ level, quotes, advice }) => quotes !== undefined || (level === "minor" && advice !== undefined),
  );
  const seen = new Set<string>();
  const lines = groupChanges(quoted, true)
    .toSorted((a, b) => weigh(a) - weigh(b))
    .flatMap((line) => {
      const fresh = line.quotes.filter((quote) => !seen.has(quote));
      for (const quote of fresh) seen.add(quote);
      // What code has to change for is said below; here stands what the specification says of it.
      const says = line.level === "minor" ? [line.message] : [];
      if (says.length === 0 && fresh.length === 0) return [];
      const words = fresh.map((quote) => `“${clip(quote, MOST_QUOTED)}”`);
      return [{ changes: line.changes, text: `- ${[placesOf(line), ...says, ...words].filter(Boolean).join(" ")}\n` }];
    });
  const kept = limit(lines, MOST.read, pullRequest);
  const rest = lines.slice(kept.length);
  const named =
    rest.length === 0
      ? []
      : [
          nameRest(
            rest.length,
            rest.flatMap((line) => line.changes),
            kept.map(({ text }) => text),
            pullRequest,
          ),
        ];
  return {
    lines: [...kept.map(({ text }) => text), ...named],
    changes: new Set(lines.flatMap((line) => line.changes)),
  };
}

/** What requests have to do with and what is deprecated stand first, whole operations that nobody calls yet last. */
function weigh({ kind, changes }: Line): number {
  if (kind === "deprecated-set") return 0;
  if (kind === "operation-added") return 3;
  if (kind.startsWith("enum-value-")) return 2;
  return changes.some(({ contexts }) => contexts.some(({ part }) => !part.startsWith("response"))) ? 0 : 1;
}
