import type { Change, Level } from "../judge/change.ts";
import { quoteAll } from "../judge/comparison.ts";

/** One line of a report: what happened, at one place or at several. */
export interface Line {
  readonly level: Level;
  readonly kind: string;
  readonly places: readonly string[];
  readonly message: string;
}

/** So many places are named; the others are counted. */
const MOST_PLACES = 3;

/** How changes of one kind are said together, and what has to be the same about them. */
const TOGETHER: Record<string, { readonly by: "where" | "kind"; readonly says: (names: string) => string }> = {
  "enum-value-removed": { by: "where", says: (names) => `The values ${names} are gone: remove them from your code.` },
  "example-removed": {
    by: "kind",
    says: (names) =>
      `The examples ${names} are gone: where \`mock.reply\` names one of them, name another or reply with a body of your own.`,
  },
  "schema-added": { by: "kind", says: (names) => `The exported types ${names} are new.` },
};

/** The changes with what is the same change at several places, or several of a kind at one place, said once. */
export function groupChanges(changes: readonly Change[]): Line[] {
  const ofKind = Map.groupBy(changes, (change) => {
    const { level, kind, where } = change;
    if (kind === "enum-value-added") return JSON.stringify([level, kind, where, adviceOf(change)]);
    const by = TOGETHER[kind]?.by;
    if (by === undefined) return JSON.stringify([level, kind, change.message]);
    return JSON.stringify([level, kind, by === "where" ? where : ""]);
  });
  const lines = [...ofKind.values()].map(sayTogether);
  // Several values at several places: the same list is said once.
  const bySaying = Map.groupBy(lines, ({ level, message }) => JSON.stringify([level, message]));
  return [...bySaying.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, places: [first, ...others].flatMap(({ places }) => places) }] : [],
  );
}

function sayTogether(changes: readonly Change[]): Line {
  const [first, ...others] = changes as readonly [Change, ...Change[]];
  const { level, kind } = first;
  const places = [...new Set(changes.map(({ where }) => where))];
  const line = { level, kind, places };
  if (others.length === 0) return { ...line, message: first.message };
  const names = quoteAll(new Set(changes.map(({ subject }) => subject)));
  if (kind === "enum-value-added") return { ...line, message: `The values ${names} of ${adviceOf(first)}` };
  return { ...line, message: TOGETHER[kind]?.says(names) ?? first.message };
}

/** What follows the value in a sentence on a new one: of what it is, and what to do. */
function adviceOf({ message }: Change): string {
  const rest = message.slice(message.indexOf(" of ") + 4);
  return rest.replace(/ is new: add it to/, " are new: add them to").replace(/ is new\.$/, " are new.");
}

/** The places of a line, the first few by name. */
export function namePlaces(places: readonly string[]): string {
  const unnamed = places.length > MOST_PLACES + 1 ? places.length - MOST_PLACES : 0;
  const named = unnamed > 0 ? places.slice(0, MOST_PLACES) : places;
  return `${named.join(", ")}${unnamed > 0 ? ` and ${unnamed} more` : ""}`;
}
