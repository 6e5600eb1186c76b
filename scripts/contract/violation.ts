/** A way in which an answer is not what the fragment allows. */
export interface Violation {
  /** `status`, `header <name>`, or `body` and the JSON pointer (RFC 6901) of the value in it. */
  readonly where: string;
  readonly problem: string;
}
