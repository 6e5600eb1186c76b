/** Wrong arguments: the command ends with the exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
