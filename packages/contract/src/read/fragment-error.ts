/** A document that cannot be used; the message says why. */
export class FragmentError extends Error {
  override readonly name = "FragmentError";
}
