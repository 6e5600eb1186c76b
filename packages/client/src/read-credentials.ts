import { GridConfigError } from "./errors/grid-config-error.ts";
import type { GridErrorContext } from "./errors/grid-error.ts";
import { createMask, type Mask } from "./mask.ts";
import type { GridCredential } from "./options.ts";
import { readEnvironment } from "./read-environment.ts";

export interface Credentials {
  /** The value of the header. */
  readonly authorization: string;
  /** Masks them in a response that repeats them. */
  readonly mask: Mask;
}

/** The same credentials for every attempt, or a function that reads them for each. */
export type CredentialSource = Credentials | ((call: GridErrorContext) => Promise<Credentials>);

type Given = { readonly [Name in keyof typeof PARTS]?: GridCredential | undefined };

// RFC 7617, section 2: the first colon ends the user-id, and neither part has control characters.
const PARTS = {
  clientId: { variable: "GRID_CLIENT_ID", forbidden: /[:\p{Cc}]/u, without: "control characters and colons" },
  clientSecret: { variable: "GRID_CLIENT_SECRET", forbidden: /\p{Cc}/u, without: "control characters" },
};

/**
 * Reads the credentials from the options, or else from the environment. Throws a `GridConfigError` for missing or wrong
 * ones.
 */
export function readCredentials(given: Given): CredentialSource {
  const clientId = given.clientId ?? readEnvironment(PARTS.clientId.variable);
  const clientSecret = given.clientSecret ?? readEnvironment(PARTS.clientSecret.variable);
  if (typeof clientId !== "function" && typeof clientSecret !== "function") {
    return encode(check("clientId", clientId), check("clientSecret", clientSecret));
  }
  return async (call) =>
    encode(...(await Promise.all([ask("clientId", clientId, call), ask("clientSecret", clientSecret, call)])));
}

async function ask(
  name: keyof typeof PARTS,
  given: GridCredential | undefined,
  call: GridErrorContext,
): Promise<string> {
  let value: string | undefined;
  try {
    value = typeof given === "function" ? await given() : given;
  } catch (cause) {
    throw new GridConfigError(`the function ${name} failed: see the cause.`, { ...call, cause });
  }
  return check(name, value, call);
}

function check(name: keyof typeof PARTS, value: unknown, call?: GridErrorContext): string {
  const { variable, forbidden, without } = PARTS[name];
  if (!value) {
    throw new GridConfigError(`${name} is missing: pass createGridClient({ ${name} }) or set ${variable}.`, call);
  }
  if (typeof value !== "string" || forbidden.test(value)) {
    throw new GridConfigError(`${name} must be a string without ${without}.`, call);
  }
  return value;
}

/** RFC 7617, section 2.1: UTF-8, then base64. `btoa` itself accepts only Latin-1. */
function encode(id: string, secret: string): Credentials {
  const bytes = new TextEncoder().encode(`${id}:${secret}`);
  const basic = btoa(String.fromCharCode(...bytes));
  return { authorization: `Basic ${basic}`, mask: createMask([basic, basic.replace(/=+$/, ""), secret]) };
}
