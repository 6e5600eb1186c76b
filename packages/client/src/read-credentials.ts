import type { GridErrorContext } from "./errors/grid-error.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { createMask, type Mask } from "./mask.ts";
import type { GridCredential } from "./options.ts";
import { readEnvironment } from "./read-environment.ts";

export interface Credentials {
  /** The header's value. */
  readonly authorization: string;
  /** Hides them where a response repeats them. */
  readonly mask: Mask;
}

/** The same for every attempt, or read for each. */
export type CredentialSource = Credentials | ((call: GridErrorContext) => Promise<Credentials>);

type Given = { readonly [Name in keyof typeof PARTS]?: GridCredential | undefined };

// RFC 7617, section 2: the first colon ends the user-id, and neither part has control characters.
const PARTS = {
  clientId: { variable: "GRID_CLIENT_ID", forbidden: /[:\p{Cc}]/u },
  clientSecret: { variable: "GRID_CLIENT_SECRET", forbidden: /\p{Cc}/u },
};

/** Of the options, else of the environment. Throws a `GridConfigError` for those that are missing or wrong. */
export function readCredentials(given: Given): CredentialSource {
  const clientId = given.clientId ?? readEnvironment(PARTS.clientId.variable);
  const clientSecret = given.clientSecret ?? readEnvironment(PARTS.clientSecret.variable);
  if (typeof clientId !== "function" && typeof clientSecret !== "function") {
    return encode(check("clientId", clientId), check("clientSecret", clientSecret));
  }
  return async (call) => {
    const [id, secret] = await Promise.all([ask("clientId", clientId, call), ask("clientSecret", clientSecret, call)]);
    return encode(id, secret);
  };
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
    throw new GridConfigError(`the function ${name} failed.`, { ...call, cause });
  }
  return check(name, value, call);
}

function check(name: keyof typeof PARTS, value: unknown, call?: GridErrorContext): string {
  const { variable, forbidden } = PARTS[name];
  const advice = `pass createGridClient({ ${name} }) or set ${variable}`;
  if (!value) throw new GridConfigError(`${name} is missing: ${advice}.`, call);
  if (typeof value !== "string" || forbidden.test(value)) {
    throw new GridConfigError(`${name} must have no control characters or, in an id, ":".`, call);
  }
  return value;
}

/** RFC 7617, section 2.1: UTF-8, then base64; `btoa` alone takes Latin-1 only. */
function encode(id: string, secret: string): Credentials {
  const bytes = new TextEncoder().encode(`${id}:${secret}`);
  const basic = btoa(String.fromCharCode(...bytes));
  return { authorization: `Basic ${basic}`, mask: createMask([basic, basic.replace(/=+$/, ""), secret]) };
}
