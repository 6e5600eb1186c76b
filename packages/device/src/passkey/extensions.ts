import { readField } from "../bytes/read-field.ts";

/** WebAuthn's extensions, unchanged: a browser needs bytes, only JSON has base64url. */
export function keepExtensions(options: object): { readonly extensions?: unknown } {
  const extensions = readField(options, "extensions");
  return extensions ? { extensions } : {};
}
