import { BASE_URL } from "@grid-sdk/core";
import { checkBaseUrl } from "./check-base-url.ts";
import { checkRequestOptions } from "./check-input.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import type { GridClientOptions } from "./options.ts";

// Replaced at build time by the version in package.json.
declare const __VERSION__: string;

export interface Settings {
  readonly baseUrl: string;
  /** Those of every request, authorization included. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Completes the options from the environment. Throws a `GridConfigError` for those that are missing or wrong. */
export function readOptions(options: GridClientOptions): Settings {
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    throw new GridConfigError("refuses to run in a browser, where its secret is public; call it from your server.");
  }
  checkRequestOptions(options, {});
  const clientId = readCredential(options, "clientId", "GRID_CLIENT_ID", /[:\p{Cc}]/u);
  const clientSecret = readCredential(options, "clientSecret", "GRID_CLIENT_SECRET", /\p{Cc}/u);
  const baseUrl = options.baseUrl ?? readEnvironment("GRID_BASE_URL") ?? BASE_URL;
  checkBaseUrl(baseUrl, options.allowInsecureHttp);
  return {
    baseUrl: baseUrl.replace(/\/+$/, ""),
    headers: {
      "user-agent": `@grid-sdk/client/${__VERSION__}`,
      ...options.headers,
      authorization: encodeBasic(clientId, clientSecret),
    },
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
  if (forbidden.test(value))
    throw new GridConfigError(`${name} must not contain control characters or, in an id, ":".`);
  return value;
}

/** An empty variable counts as one that is not set. */
function readEnvironment(name: string): string | undefined {
  return globalThis.process?.env?.[name] || undefined;
}

/** RFC 7617, section 2.1: UTF-8, then base64; `btoa` alone takes Latin-1 only. */
function encodeBasic(id: string, secret: string): string {
  const bytes = new TextEncoder().encode(`${id}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
