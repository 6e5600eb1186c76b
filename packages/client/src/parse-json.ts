/** Undefined for a text that is not JSON. JSON itself has no such value. */
export function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(text as string);
  } catch {
    return undefined;
  }
}
