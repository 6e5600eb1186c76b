import type { Revision } from "@grid-sdk/core";
import { readBaseUrl } from "./read-base-url.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { DEFAULT_LIMITS, type Limits, readLimits } from "./limits.ts";
import { createMask, type Mask } from "./mask.ts";
import type { GridClientOptions } from "./options.ts";
import { readEnvironment } from "./read-environment.ts";
import { readHeaders } from "./read-headers.ts";

// Replaced at build time by the version in package.json.
declare const __VERSION__: string;

/** RFC 9110, section 10.1.5: a product and its version. */
export const USER_AGENT = `grid-sdk-client/${__VERSION__}`;

export interface Credentials {
  /** The header's value. */
  readonly authorization: string;
  /** Hides them where a response repeats them. */
  readonly mask: Mask;
}

export interface Settings {
  readonly revision: Revision;
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly limits: Limits;
  /** Ends every call. */
  readonly signal: AbortSignal | null | undefined;
  /** Those of every request, without authorization. */
  readonly headers: ReturnType<typeof readHeaders>;
}

/** Completes the options from the revision and the environment. Throws a `GridConfigError` for those that are missing or wrong. */
export function readOptions(revision: Revision, options: GridClientOptions): Settings {
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    throw new GridConfigError("refuses to run in a browser, where its secret is public; call it from your server.");
  }
  if (!options.fetch && typeof globalThis.fetch !== "function") {
    throw new GridConfigError("there is no fetch on this platform: pass createGridClient({ fetch }).");
  }
  const clientId = readCredential(options, "clientId", "GRID_CLIENT_ID", /[:\p{Cc}]/u);
  const clientSecret = readCredential(options, "clientSecret", "GRID_CLIENT_SECRET", /\p{Cc}/u);
  return {
    revision,
    baseUrl: readBaseUrl(
      options.baseUrl ?? readEnvironment("GRID_BASE_URL") ?? revision.baseUrl,
      options.allowInsecureHttp,
    ),
    credentials: encodeCredentials(clientId, clientSecret),
    limits: readLimits(options, DEFAULT_LIMITS),
    signal: options.signal,
    headers: readHeaders(options.headers),
  };
}

function isBrowser(): boolean {
  // A window with a document, or a worker that such a page started.
  return "document" in globalThis || "importScripts" in globalThis;
}

function readCredential(
  options: GridClientOptions,
  name: "clientId" | "clientSecret",
  variable: string,
  forbidden: RegExp,
): string {
  const value = options[name] ?? readEnvironment(variable);
  if (!value) throw new GridConfigError(`${name} is missing: pass createGridClient({ ${name} }) or set ${variable}.`);
  // RFC 7617, section 2: the first colon ends the user-id, and neither part has control characters.
  if (typeof value !== "string" || forbidden.test(value))
    throw new GridConfigError(`${name} must not contain control characters or, in an id, ":".`);
  return value;
}

/** RFC 7617, section 2.1: UTF-8, then base64; `btoa` alone takes Latin-1 only. */
function encodeCredentials(id: string, secret: string): Credentials {
  const bytes = new TextEncoder().encode(`${id}:${secret}`);
  const basic = btoa(String.fromCharCode(...bytes));
  return { authorization: `Basic ${basic}`, mask: createMask([basic, basic.replace(/=+$/, ""), secret]) };
}
