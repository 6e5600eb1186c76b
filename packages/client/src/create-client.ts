import type { Revision } from "@grid-sdk/core";
import { callOperation } from "./call-operation.ts";
import { copyOwn } from "./copy-own.ts";
import { createHttpClient, createLibraryClient } from "./http-client.ts";
import type { OperationInput } from "./call-options.ts";
import type { GridClientOptions, GridOwnOptions } from "./options.ts";
import { type HeaderRecord, readHeaders } from "./read-headers.ts";
import { readOptions, type Settings } from "./read-options.ts";
import { createRetryQuota } from "./retry.ts";
import { createTransport } from "./transport.ts";

/**
 * Creates a client of a revision: a method for each operation of its table, openapi-fetch's own client as `http`, and
 * `withOptions` for clients that share its middleware, observer and quota of retries.
 */
export function createClient<Client>(revision: Revision, given: GridClientOptions): Client {
  const options = copyOwn(given);
  const settings = readOptions(revision, options);
  const library = createLibraryClient(options, settings);
  const quota = createRetryQuota();

  const derive = (own: GridClientOptions, ownSettings: Settings, headers: HeaderRecord): object => {
    const { http, send } = createHttpClient(library, ownSettings, createTransport(ownSettings, quota), headers);
    const methods = Object.keys(revision.operationTable).map((id) => [
      id,
      (input?: OperationInput) => callOperation(ownSettings, send, id, input),
    ]);
    const withOptions = (others: GridOwnOptions) => {
      const changes = pickSet(others);
      const changed = copyOwn({ ...own, ...changes, baseUrl: settings.baseUrl });
      return derive(changed, readOptions(revision, changed, settings.observers), {
        ...headers,
        ...readHeaders(changes.headers),
      });
    };
    return { ...Object.fromEntries(methods), http, withOptions };
  };
  return derive(options, settings, {}) as Client;
}

/** The options that are set. undefined and null count as not set. */
function pickSet(options: GridOwnOptions | undefined): GridOwnOptions {
  return copyOwn(Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value != null)));
}
