import { BASE_URL } from "@grid-sdk/core";
import { GridConfigError } from "./errors/grid-config-error.ts";

/** How to reach the API and as whom. */
export interface GridClientOptions {
  /** The API token id. Default: the environment variable `GRID_CLIENT_ID`. */
  clientId?: string;
  /** The API client secret. Default: the environment variable `GRID_CLIENT_SECRET`. */
  clientSecret?: string;
  /** Where the API is served. Default: the environment variable `GRID_BASE_URL`, then the production server of the specification. */
  baseUrl?: string;
  /** What to send requests with. Default: the platform's `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
}

export interface Settings {
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Those of every request, authorization included. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Completes the options from the environment. Throws a `GridConfigError` for credentials that are missing. */
export function readOptions(options: GridClientOptions): Settings {
  const clientId = options.clientId ?? readEnvironment("GRID_CLIENT_ID");
  const clientSecret = options.clientSecret ?? readEnvironment("GRID_CLIENT_SECRET");
  if (!clientId) throw missing("clientId", "GRID_CLIENT_ID");
  if (!clientSecret) throw missing("clientSecret", "GRID_CLIENT_SECRET");
  return {
    baseUrl: options.baseUrl ?? readEnvironment("GRID_BASE_URL") ?? BASE_URL,
    // Looked up at each call, so that a `fetch` that is replaced later (by instrumentation, by tests) is used.
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    headers: { ...options.headers, authorization: encodeBasic(clientId, clientSecret) },
  };
}

function missing(option: string, variable: string): GridConfigError {
  return new GridConfigError(`${option} is missing: pass createGridClient({ ${option} }) or set ${variable}.`);
}

/** An empty variable counts as one that is not set. */
function readEnvironment(name: string): string | undefined {
  return (typeof process === "object" && process.env?.[name]) || undefined;
}

/** RFC 7617, section 2.1: UTF-8, then base64; `btoa` alone takes Latin-1 only. */
function encodeBasic(id: string, secret: string): string {
  const bytes = new TextEncoder().encode(`${id}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
