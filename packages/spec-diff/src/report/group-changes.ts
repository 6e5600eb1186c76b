import type { Change, Level } from "../judge/change.ts";
import type { Fact } from "../facts/facts.ts";
import { describeFact, joinSentence } from "./describe-fact.ts";
import { describePlace, nameWhere, type Where } from "./describe-place.ts";
import { PLURALS } from "./plurals.ts";
import type { Said } from "../facts/sentences.ts";
import { quoteAll } from "../facts/words.ts";

/** One line of a report: what happened, at one place or at several. It is true of each of them. */
export interface Line {
  readonly level: Level;
  readonly kind: Fact["kind"];
  readonly places: readonly Where[];
  /** What is the case, without a full stop. */
  readonly fact: string;
  /** That, and what to do, in a sentence. */
  readonly message: string;
  /** What the new revision says about it. */
  readonly quotes: readonly string[];
  readonly changes: readonly Change[];
}

/** So many places are named; the others are counted. */
const MOST_PLACES = 3;

/**
 * The changes as lines: the same change at several places, or several of a kind at one place, are one line. `areQuoted`:
 * lines have the quotes of the new revision, and changes with different quotes are different lines.
 */
export function groupChanges(changes: readonly Change[], areQuoted = false): Line[] {
  const quotesOf = ({ quotes = [] }: Change) => (areQuoted ? quotes : []);
  const atOnePlace = Map.groupBy(changes, (change) => {
    const { level, fact } = change;
    const plural = PLURALS[fact.kind];
    const where = plural?.isPlace ? "" : describePlace(change);
    // The advice differs between one example and several.
    const said = plural ? { ...fact, others: undefined } : [change.kind, describeFact(change)];
    return JSON.stringify([level, said, where, quotesOf(change)]);
  });
  const groups = [...atOnePlace.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ first, group, said: sayTogether(first, group) }] : [];
  });
  const bySaying = Map.groupBy(groups, ({ first, said }) =>
    JSON.stringify([first.level, first.kind, said, quotesOf(first)]),
  );
  return [...bySaying.values()].flatMap((same) => {
    const [one] = same;
    if (!one) return [];
    const { first, said } = one;
    const members = same.flatMap(({ group }) => group);
    const places = new Map(members.map(describePlace).map((where) => [JSON.stringify(where), where]));
    const about = { level: first.level, kind: first.fact.kind, fact: said[0], message: joinSentence(said) };
    return [{ ...about, places: [...places.values()], quotes: quotesOf(first), changes: members }];
  });
}

function sayTogether(first: Change, changes: readonly Change[]): Said {
  const subjects = new Set(changes.map(({ subject }) => subject));
  const plural = PLURALS[first.fact.kind];
  const said = describeFact(first);
  if (!plural || subjects.size === 1) return said;
  return [plural.says(quoteAll(subjects), first), said[1] && plural.advice];
}

/** The places of a line, the first few by name. `name` writes one. */
export function namePlaces(places: readonly Where[], name: (where: Where) => string = nameWhere): string {
  const unnamed = places.length > MOST_PLACES + 1 ? places.length - MOST_PLACES : 0;
  const named = unnamed > 0 ? places.slice(0, MOST_PLACES) : places;
  return `${named.map(name).join(", ")}${unnamed > 0 ? ` and ${unnamed} more` : ""}`;
}
