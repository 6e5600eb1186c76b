/** A part of a specification that is not in the fragment, and why. */
export interface LeftOut {
  /** An operation, a response, an example or a number of them, in words. */
  readonly what: string;
  readonly why: string;
}
