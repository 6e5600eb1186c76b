/** Characters that could forge lines in a terminal: controls, line ends, and marks that reorder text. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Makes a text from outside safe for one line of a terminal: control characters become escapes. */
export function showControls(text: string): string {
  return text.replace(CONTROLS, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
