import type { Place } from "../read/place.ts";

/** What changed, and what a consumer has to do, each without a full stop. */
export type Said = readonly [fact: string, advice?: string | undefined];

/** Kinds of facts: the sentence of each, from its data, the subject of the change and its place. */
export type Sentences = Readonly<Record<string, Said | ((fact: never, subject: string, place: Place) => Said)>>;
