/** A problem that you can fix when you start the demo. The message is one line. */
export class DemoError extends Error {
  override readonly name = "DemoError";
}
