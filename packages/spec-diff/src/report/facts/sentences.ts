import type { Change } from "../../judge/change.ts";

/** What changed, and what a consumer has to do, each without a full stop. */
export type Said = readonly [fact: string, advice?: string | undefined];

/** The sentence for each kind of fact, from its data, the subject of the change, and the change itself. */
export type Sentences<F> = {
  readonly [K in keyof F]: Said | ((fact: Readonly<F[K]>, subject: string, change: Change) => Said);
};
