// Not by TextEncoder: Jest's jsdom and older React Native have none, and in vitest's jsdom its bytes are of another realm
// than `Uint8Array`, which HPKE refuses.

/** The UTF-8 of a text, as TextEncoder writes it: half a surrogate pair becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const escaped = encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd"));
  return Uint8Array.from(escaped.match(/%..|./g) ?? [], (unit) =>
    unit.length > 1 ? Number.parseInt(unit.slice(1), 16) : unit.charCodeAt(0),
  );
}
