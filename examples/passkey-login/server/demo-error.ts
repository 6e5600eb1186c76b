/** What the person who starts the demo can fix. The message is one line, for that person. */
export class DemoError extends Error {
  override readonly name = "DemoError";
}
