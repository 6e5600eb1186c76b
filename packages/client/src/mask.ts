/** Replaces the secrets in a text. */
export type Mask = (text: string) => string;

/** Shorter secrets are not masked: they are parts of ordinary words. */
const MIN_LENGTH = 8;

/**
 * Creates a function that replaces secrets with `***`, in each spelling that a response may use: as they are, with the
 * escapes of JSON, or percent-encoded.
 */
export function createMask(secrets: readonly string[]): Mask {
  const spellings = secrets.flatMap((secret) =>
    secret.length < MIN_LENGTH ? [] : [spellInJson(secret), escape(encodeURIComponent(secret.toWellFormed()))],
  );
  if (spellings.length === 0) return (text) => text;
  const pattern = new RegExp(spellings.join("|"), "gi");
  return (text) => text.replace(pattern, "***");
}

/** Returns the same headers if there is nothing to mask. */
export function maskHeaders(headers: Headers, mask: Mask): Headers {
  let isSame = true;
  // oxlint-disable-next-line unicorn/no-array-for-each -- Headers iterate more slowly, and a stub's may not at all
  headers.forEach?.((value) => (isSame &&= mask(String(value)) === value));
  if (isSame) return headers;
  const masked = new Headers();
  // oxlint-disable-next-line unicorn/no-array-for-each -- a repeated header is given once for each value
  headers.forEach((value, name) => masked.append(name, mask(String(value))));
  return masked;
}

/** RFC 8259, section 7: any character may be escaped, and some writers escape `/`, `+` or `=`. */
function spellInJson(text: string): string {
  return text
    .split("")
    .map((unit) => `(?:\\\\?${escape(unit)}|\\\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")})`)
    .join("");
}

function escape(text: string): string {
  return text.replaceAll(/[^\w]/g, String.raw`\$&`);
}
