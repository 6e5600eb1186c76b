import type { Change, Level } from "../judge/change.ts";
import type { Fact } from "../facts/facts.ts";
import { describeFact, joinSentence } from "./describe-fact.ts";
import { describePlace, nameFew, nameWhere, type Where } from "./describe-place.ts";
import { type Group, groupBy } from "../read/group-by.ts";
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
  const atOnePlace = groupBy(changes, (change) => {
    const { level, fact } = change;
    const plural = PLURALS[fact.kind];
    const where = plural?.isPlace ? "" : describePlace(change);
    // The advice differs between one example and several.
    const said = plural ? { ...fact, others: undefined } : [change.kind, describeFact(change)];
    return [level, said, where, quotesOf(change)];
  });
  const bySaying = groupBy(atOnePlace, (group) => {
    const [{ level, kind }] = group;
    return [level, kind, sayTogether(group), quotesOf(group[0])];
  });
  return bySaying.map((groups): Line => {
    const [[first]] = groups;
    const said = sayTogether(groups[0]);
    const members = groups.flat();
    const places = new Map(members.map(describePlace).map((where) => [JSON.stringify(where), where]));
    return {
      level: first.level,
      kind: first.fact.kind,
      places: [...places.values()],
      fact: said[0],
      message: joinSentence(said),
      quotes: quotesOf(first),
      changes: members,
    };
  });
}

function sayTogether(changes: Group<Change>): Said {
  const [first] = changes;
  const subjects = new Set(changes.map(({ subject }) => subject));
  const plural = PLURALS[first.fact.kind];
  const said = describeFact(first);
  if (!plural || subjects.size === 1) return said;
  return [plural.says(quoteAll(subjects), first), said[1] && plural.advice];
}

/** The places of a line, the first few by name. `name` writes one. */
export function namePlaces(places: readonly Where[], name: (where: Where) => string = nameWhere): string {
  return nameFew(places.map(name), MOST_PLACES);
}
