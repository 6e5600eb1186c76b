import { type JsonObject } from "@grid-sdk/openapi";
import type { FormerPlace } from "./find-former-places.ts";
import { hashText } from "./hash-text.ts";
import { listTexts } from "./list-texts.ts";

/** The words of our document at a place, and the hash of upstream's text that stays recorded there. */
export interface OurWords {
  /** Undefined if we removed the text. */
  readonly text: unknown;
  readonly hash: string;
}

/** Finds our words for the place of a text of upstream, whose hash is given; undefined if we have none for it. */
export type FindWords = (place: string, hash: string) => OurWords | undefined;

/**
 * Finds words of our document. `recorded` has the hashes of upstream's texts that these words replace. What was renamed
 * or moved keeps its own words; only then words of another place are used.
 */
export function createWordFinder(
  ours: JsonObject,
  recorded: Readonly<Record<string, string>>,
  toFormer: FormerPlace,
): FindWords {
  const words = listTexts(ours);
  const places = Map.groupBy(Object.keys(recorded), (place) => recorded[place]);

  return (newPlace, hash) => {
    const place = toFormer(newPlace);
    if (recorded[place] === hash) return { text: words.get(place), hash };
    // An update from our own document leaves upstream's hashes as they are.
    if (words.has(place) && hashText(words.get(place)) === hash) {
      return { text: words.get(place), hash: recorded[place] ?? hash };
    }
    // It is at another property, or at another index of a list.
    const elsewhere = places.get(hash);
    if (!elsewhere) return undefined;
    const candidates = elsewhere.filter((other) => words.has(other)).map((other) => words.get(other));
    const doAgree = new Set(candidates.map(hashText)).size <= 1;
    return doAgree ? { text: candidates[0], hash } : undefined;
  };
}
