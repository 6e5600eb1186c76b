// The only import of openapi-fetch, which went into maintenance mode (its repository's issue 2874).
import library from "openapi-fetch";

export { createQuerySerializer, defaultBodySerializer, mergeHeaders } from "openapi-fetch";
export type {
  Client,
  ClientForPath,
  ClientMethod,
  ClientOptions,
  ClientRequestMethod,
  FetchResponse,
  HeadersOptions,
  Middleware,
  QuerySerializerOptions,
} from "openapi-fetch";

// To CommonJS the default import is the whole module, whose default it is.
export const createClient: typeof library =
  "default" in library ? (library as unknown as { default: typeof library }).default : library;
