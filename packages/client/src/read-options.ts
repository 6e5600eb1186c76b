import type { Revision } from "@grid-sdk/core";
import { readBaseUrl } from "./read-base-url.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { createEmit, type Emit } from "./events.ts";
import { DEFAULT_LIMITS, type Limits, readLimits } from "./limits.ts";
import { createLog } from "./log.ts";
import type { GridClientOptions } from "./options.ts";
import { type CredentialSource, readCredentials } from "./read-credentials.ts";
import { readEnvironment } from "./read-environment.ts";
import { readHeaders } from "./read-headers.ts";

// Replaced at build time by the version in package.json.
declare const __VERSION__: string;

/** RFC 9110, section 10.1.5: a product and its version. */
export const USER_AGENT = `grid-sdk-client/${__VERSION__}`;

/** What a client was given, read once and checked. */
export interface Settings extends Pick<GridClientOptions, "fetch" | "Request" | Serializers> {
  readonly revision: Revision;
  readonly baseUrl: string;
  readonly credentials: CredentialSource;
  readonly limits: Limits;
  /** Ends every call. */
  readonly signal: AbortSignal | null | undefined;
  /** Those of every request, without authorization. */
  readonly headers: ReturnType<typeof readHeaders>;
  readonly emit: Emit | undefined;
}

type Serializers = "querySerializer" | "bodySerializer" | "pathSerializer";

/** Completes the options from the revision and the environment. Throws a `GridConfigError` for those that are missing or wrong. */
export function readOptions(revision: Revision, options: GridClientOptions): Settings {
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    throw new GridConfigError("refuses to run in a browser, where its secret is public: call it from your server.");
  }
  if (!options.fetch && typeof globalThis.fetch !== "function") {
    throw new GridConfigError("there is no fetch on this platform: pass createGridClient({ fetch }).");
  }
  return {
    revision,
    baseUrl: readBaseUrl(
      options.baseUrl ?? readEnvironment("GRID_BASE_URL") ?? revision.baseUrl,
      options.allowInsecureHttp,
    ),
    credentials: readCredentials(options),
    limits: readLimits(options, DEFAULT_LIMITS),
    signal: options.signal,
    headers: readHeaders(options.headers),
    emit: createEmit(options.onEvent, createLog(options.logger)),
    fetch: options.fetch,
    Request: options.Request,
    querySerializer: options.querySerializer,
    bodySerializer: options.bodySerializer,
    pathSerializer: options.pathSerializer,
  };
}

function isBrowser(): boolean {
  // A window with a document, or a worker that such a page started.
  return "document" in globalThis || "importScripts" in globalThis;
}
