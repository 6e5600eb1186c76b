/** Which of the documented answers to give. */
export interface Preference {
  /** A documented status. */
  readonly code?: number;
  /** The name of one of its examples. */
  readonly exampleKey?: string;
}

/** Reads `Prefer: code=429, example=rateLimited` (RFC 7240), as Prism's own server understands it. */
export function parsePreference(prefer: string | undefined): Preference {
  const code = readValue(prefer, "code");
  const example = readValue(prefer, "example");
  return {
    ...(code !== undefined && { code: Number(code) }),
    ...(example !== undefined && { exampleKey: example }),
  };
}

function readValue(prefer = "", name: string): string | undefined {
  const preference = prefer
    .split(/[,;]/)
    .map((part) => part.trim())
    .find((part) => part.toLowerCase().startsWith(`${name}=`));
  return preference?.slice(name.length + 1).replace(/^"(.*)"$/, "$1");
}
