import type { paths } from "@grid-sdk/core";
import createClient, { type Client } from "openapi-fetch";
import type { Settings } from "./read-options.ts";

/** The openapi-fetch client of the API: `{ data, error, response }` results. */
export type GridHttpClient = Client<paths>;

export function createHttpClient({ baseUrl, fetch, headers }: Settings): GridHttpClient {
  return createClient<paths>({ baseUrl, fetch, headers });
}
