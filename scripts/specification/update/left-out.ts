/** What of a specification is not in the fragment, and the rule that says so. */
export interface LeftOut {
  /** An operation, a response, an example or a number of them, in words. */
  readonly what: string;
  readonly why: string;
}
