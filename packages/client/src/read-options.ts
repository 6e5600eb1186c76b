import type { Revision } from "@grid-sdk/core";
import { readBaseUrl } from "./read-base-url.ts";
import { checkOptions } from "./check-options.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { DEFAULT_LIMITS, type Limits, readLimits } from "./limits.ts";
import type { GridEvent } from "./events.ts";
import { createLog } from "./log.ts";
import type { GridClientOptions } from "./options.ts";
import { type CredentialSource, readCredentials } from "./read-credentials.ts";
import { readEnvironment } from "./read-environment.ts";
import { type HeaderRecord, readHeaders } from "./read-headers.ts";

// The build replaces it with the version in package.json.
declare const __VERSION__: string;

/** RFC 9110, section 10.1.5: a product and its version. */
export const USER_AGENT = `grid-sdk-client/${__VERSION__}`;

/** The options of a client, read once and checked. */
export interface Settings extends Pick<GridClientOptions, PassedOn> {
  readonly revision: Revision;
  readonly baseUrl: string;
  readonly credentials: CredentialSource;
  readonly limits: Limits;
  /** Sent with every request, besides the authorization. */
  readonly headers: HeaderRecord;
  readonly observers: readonly Observer[];
}

export type Observer = (event: GridEvent) => unknown;
type PassedOn = "signal" | "fetch" | "Request" | "querySerializer" | "bodySerializer" | "pathSerializer";

/** Completes the options from the revision and the environment. Throws a `GridConfigError` for missing or wrong ones. */
export function readOptions(
  revision: Revision,
  options: GridClientOptions,
  observers: readonly Observer[] = readObservers(options),
): Settings {
  checkOptions(options);
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    throw new GridConfigError(
      "the client refuses to run in a browser, where its secret is public: call it from your server.",
    );
  }
  if (!options.fetch && typeof globalThis.fetch !== "function") {
    throw new GridConfigError("this platform has no fetch: pass createGridClient({ fetch }).");
  }
  const { signal, fetch, Request, querySerializer, bodySerializer, pathSerializer } = options;
  const baseUrl = options.baseUrl ?? readEnvironment("GRID_BASE_URL") ?? revision.baseUrl;
  return {
    revision,
    baseUrl: readBaseUrl(baseUrl, options.allowInsecureHttp),
    credentials: readCredentials(options),
    limits: readLimits(options, DEFAULT_LIMITS),
    headers: readHeaders(options.headers),
    observers,
    signal,
    fetch,
    Request,
    querySerializer,
    bodySerializer,
    pathSerializer,
  };
}

function readObservers({ onEvent, logger }: GridClientOptions): Observer[] {
  return [onEvent, createLog(logger)].filter((observer) => observer != null);
}

function isBrowser(): boolean {
  // A window with a document, or a worker that such a page started.
  return "document" in globalThis || "importScripts" in globalThis;
}
