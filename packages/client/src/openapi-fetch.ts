// The only import of openapi-fetch, which is in maintenance mode (issue 2874 of its repository).
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

// In CommonJS the default import is the whole module, with the function as its `default`.
export const createClient: typeof library =
  "default" in library ? (library as unknown as { default: typeof library }).default : library;
