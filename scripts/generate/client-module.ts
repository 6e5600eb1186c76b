import { nameRevision } from "./constants.ts";
import type { JsonObject } from "@grid-sdk/openapi";
import type { Line } from "../workspace/lines.ts";

/** The module of the client for a line: its functions and types, whose documentation begins with the revision's day. */
export function deriveClientModule(document: JsonObject, { name, entry }: Pick<Line, "name" | "entry">): string {
  const core = entry.replace(/^\./, "@grid-sdk/core");
  const day = nameRevision(document);
  const speaks = day === name ? day : `${day} (the line \`${name}\`)`;
  return `import { type OperationMethods, type paths, revision } from "${core}";
import { createClient } from "../../create-client.ts";
import { createFetch, type GridTransport } from "../../create-fetch.ts";
import type { Client } from "../../openapi-fetch.ts";
import type { GridCallOptions, GridClientOptions, GridFetchOptions, GridOwnOptions } from "../../options.ts";

/** One method per operation of the specification of ${day}, named by its \`operationId\`. */
export interface GridOperationMethods extends OperationMethods<GridCallOptions> {}

/** A client of the Grid auth API, at its revision of ${day}. */
export interface GridClient extends GridOperationMethods {
  /**
   * openapi-fetch's own client, for everything that the methods do not cover; see its documentation. It has the same
   * credentials, checks, limits and retries as the methods. A response with an error status is a result,
   * \`{ error, response }\`.
   */
  readonly http: Client<paths>;

  /**
   * A client with other limits, headers, credentials, \`fetch\` or signal, for a tenant or a slow job. The two share
   * everything else: the base URL, all middleware, the observers and the quota of retries.
   */
  withOptions(options: GridOwnOptions): GridClient;
}

/**
 * ${speaks}: a client with one method per operation of this revision of the API. A method resolves to
 * \`{ status, data, headers, requestId }\` for a documented success and throws a \`GridError\` otherwise. Accepts the options
 * of openapi-fetch's \`createClient\` too. Throws a \`GridConfigError\` if options are missing or wrong, and in a browser.
 *
 * @example
 * \`\`\`ts
 * const grid = createGridClient();
 * const { data } = await grid.listAuthCredentials({ query: { accountId } });
 * \`\`\`
 */
export function createGridClient(options: GridClientOptions = {}): GridClient {
  return createClient<GridClient>(revision, options);
}

/**
 * ${speaks}: only the transport of a client, as a fetch: with its credentials, checks, limits and retries, for
 * openapi-fetch's \`createClient\`, openapi-react-query, swr-openapi and everything else that accepts a fetch. Reads the
 * limits of one call from its request or init, where openapi-fetch puts options that it does not know: \`timeoutMs\`,
 * \`deadlineMs\`, \`maxRetries\`, \`maxRetryDelayMs\`, \`retryUnsafe\`.
 *
 * A response with an error status is a response; otherwise it throws as a method does: \`GridConnectionError\`,
 * \`GridTimeoutError\`, \`GridResponseError\` for a redirect, \`GridConfigError\` for a URL that is not below \`baseUrl\`.
 * The whole body is read before it resolves.
 *
 * @example
 * \`\`\`ts
 * const response = await createGridFetch()("https://api.lightspark.com/grid/2025-10-13/auth/sessions?accountId=" + accountId);
 * \`\`\`
 */
export function createGridFetch(options: GridFetchOptions = {}): GridTransport {
  return createFetch(revision, options);
}
`;
}
