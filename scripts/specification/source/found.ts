/** The end of a message about a wrong value. */
export function found(value: unknown): string {
  return `; found ${JSON.stringify(value) ?? "nothing"}.`;
}
