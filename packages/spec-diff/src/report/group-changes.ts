import type { Change, Level } from "../judge/change.ts";
import { quoteAll } from "../judge/comparison.ts";
import { joinSentence } from "./describe-change.ts";
import { describePlace, type Where } from "./describe-place.ts";

/** One line of a report: what happened, at one place or at several. It is true of each of them. */
export interface Line {
  readonly level: Level;
  readonly kind: string;
  readonly places: readonly Where[];
  /** What is the case, without a full stop. */
  readonly fact: string;
  /** That, and what to do, in a sentence. */
  readonly message: string;
  /** What the new revision says of it. */
  readonly quotes: readonly string[];
  readonly changes: readonly Change[];
}

/** So many places are named; the others are counted. */
const MOST_PLACES = 3;

interface Saying {
  /** Whether the names of all places are said together, since each is its own place. */
  readonly isPlace?: boolean;
  readonly says: (names: string, of: string | undefined) => string;
  readonly advice?: string;
}

/** How several changes of one kind at one place are said together. */
const TOGETHER: Record<string, Saying> = {
  "enum-value-added": {
    says: (names, of) => `The values ${names} of ${of} are new`,
    advice: "add them to your switches over it",
  },
  "enum-value-removed": {
    says: (names, of) => `The values ${names} of ${of} are gone`,
    advice: "remove them from your code",
  },
  "example-removed": {
    says: (names) => `The examples ${names} are gone`,
    advice: "where `mock.reply` names one of them, name another or reply with a body of your own",
  },
  "schema-added": { isPlace: true, says: (names) => `The exported types ${names} are new` },
};

/**
 * The changes with what is the same change at several places, or several of a kind at one place, said once. `areQuoted`:
 * what the new revision says of each is shown too, and keeps apart what it says something else of.
 */
export function groupChanges(changes: readonly Change[], areQuoted = false): Line[] {
  const atOnePlace = Map.groupBy(changes, (change) => {
    const { level, kind, fact, of, advice } = change;
    const quotes = areQuoted ? change.quotes : undefined;
    const together = TOGETHER[kind];
    const where = together?.isPlace ? "" : describePlace(change);
    // What to name instead of an example is one thing for each, and another one for several.
    const asked = kind === "example-removed" ? undefined : advice;
    return JSON.stringify(
      together ? [level, kind, of, where, asked, quotes] : [level, kind, fact, where, advice, quotes],
    );
  });
  const bySaying = Map.groupBy(
    [...atOnePlace.values()].map((group) => ({ group, message: sayTogether(group).message })),
    ({ group: [first], message }) =>
      JSON.stringify([first?.level, first?.kind, message, areQuoted ? first?.quotes : undefined]),
  );
  return [...bySaying.values()].flatMap((same) => {
    const members = same.flatMap(({ group }) => group);
    const [first] = members;
    if (!first) return [];
    const places = new Map(members.map((change) => [JSON.stringify(describePlace(change)), describePlace(change)]));
    const { level, kind, quotes: said = [] } = first;
    const quotes = areQuoted ? said : [];
    const { fact, message } = sayTogether(same[0]?.group ?? members);
    return [{ level, kind, places: [...places.values()], fact, message, quotes, changes: members }];
  });
}

function sayTogether(changes: readonly Change[]): Pick<Line, "fact" | "message"> {
  const [first] = changes as readonly [Change];
  const subjects = new Set(changes.map(({ subject }) => subject));
  const together = TOGETHER[first.kind];
  const isAlone = !together || subjects.size === 1;
  const fact = isAlone ? first.fact : together.says(quoteAll(subjects), first.of);
  const advice = isAlone || first.advice === undefined ? first.advice : together.advice;
  return { fact, message: joinSentence(fact, advice) };
}

/** The places of a line, the first few by name. `name` writes one. */
export function namePlaces(places: readonly Where[], name: (where: Where) => string = nameWhere): string {
  const unnamed = places.length > MOST_PLACES + 1 ? places.length - MOST_PLACES : 0;
  const named = unnamed > 0 ? places.slice(0, MOST_PLACES) : places;
  return `${named.map(name).join(", ")}${unnamed > 0 ? ` and ${unnamed} more` : ""}`;
}

function nameWhere({ at, reached }: Where): string {
  return reached === "" ? at : `${at} (${reached})`;
}
