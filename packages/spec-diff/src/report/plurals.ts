import type { Change } from "../judge/change.ts";
import type { Fact } from "../facts/facts.ts";
import { quotePlace } from "../facts/words.ts";

interface Plural {
  /** Whether names at different places are reported together. */
  readonly isPlace?: boolean;
  readonly says: (names: string, change: Change) => string;
  readonly advice?: string;
}

/** Sentences for several changes of one kind at one place. */
export const PLURALS: Partial<Record<Fact["kind"], Plural>> = {
  "enum-value-added": {
    says: (names, { place }) => `The values ${names} of ${quotePlace(place)} are new`,
    advice: "add them to your switches over it",
  },
  "enum-value-removed": {
    says: (names, { place, fact }) =>
      `The values ${names} of ${"of" in fact ? `\`${fact.of}\`` : quotePlace(place)} are gone`,
    advice: "remove them from your code",
  },
  "example-removed": {
    says: (names) => `The examples ${names} are gone`,
    advice: "where `mock.reply` names one of them, name another or reply with a body of your own",
  },
  "schema-added": { isPlace: true, says: (names) => `The exported types ${names} are new` },
};
