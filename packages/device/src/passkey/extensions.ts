import { readField } from "../bytes/read-field.ts";

/** WebAuthn's extensions as they were given: a browser wants their bytes as bytes, only JSON has them as base64url. */
export function keepExtensions(options: object): { readonly extensions?: unknown } {
  const extensions = readField(options, "extensions");
  return extensions ? { extensions } : {};
}
