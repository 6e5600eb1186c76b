const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Base64url without padding (RFC 4648, section 5). Not `btoa`, which React Native has only since 0.74. */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = "";
  let [bits, length] = [0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (length += 8; length >= 6; text += DIGITS[(bits >> length) & 63]) length -= 6;
  }
  return length > 0 ? text + DIGITS[(bits << (6 - length)) & 63] : text;
}

/** Accepts base64url and base64, with padding and white space. Throws a `RangeError` for anything else. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/\s/g, "").replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
  const bytes: number[] = [];
  let [bits, length] = [0, 0];
  for (const digit of digits) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) throw new RangeError("base64url");
    bits = (bits << 6) | value;
    length += 6;
    if (length >= 8) bytes.push((bits >> (length -= 8)) & 255);
  }
  // A single digit is less than a byte.
  if (length === 6) throw new RangeError("base64url");
  return Uint8Array.from(bytes);
}
