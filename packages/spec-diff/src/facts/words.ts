import { isWholePart, lastStep, type Place } from "../read/place.ts";

/** Names in backticks, in a stable order. */
export function quoteAll(names: Iterable<string>): string {
  return [...names]
    .toSorted()
    .map((name) => `\`${name}\``)
    .join(", ");
}

/** A place in a sentence. */
export function quotePlace(place: Place): string {
  if (!isWholePart(place)) return `\`${lastStep(place)}\``;
  return place.part ? `the ${place.part.sort} \`${place.part.name}\`` : "the body";
}

/** The first letter of a sentence. */
export function capitalize(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

const MOST_JSON = 60;

/** A value of a document as JSON; long values are cut. */
export function quoteJson(value: unknown): string {
  if (value === undefined) return "none";
  const json = JSON.stringify(value);
  return `\`${json.length > MOST_JSON ? `${json.slice(0, MOST_JSON)} …` : json}\``;
}
