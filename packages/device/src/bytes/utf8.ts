// Not TextEncoder: Jest's jsdom and older React Native lack it. In vitest's jsdom, its bytes are from another realm than
// `Uint8Array`, and HPKE rejects them.

/** The UTF-8 of a text, as TextEncoder writes it: half a surrogate pair becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const escaped = encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd"));
  return Uint8Array.from(escaped.match(/%..|./g) ?? [], (unit) =>
    unit.length > 1 ? Number.parseInt(unit.slice(1), 16) : unit.charCodeAt(0),
  );
}
