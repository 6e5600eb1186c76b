import { FragmentError, isJsonObject, type JsonObject } from "./fragment.ts";

/** The base URL of the fragment's server and the version of the API. */
export function deriveConstants(document: JsonObject): string {
  const servers = Array.isArray(document["servers"]) ? document["servers"] : [];
  const server: unknown = servers[0];
  const info = document["info"];
  if (!isJsonObject(server) || typeof server["url"] !== "string") {
    throw new FragmentError("The fragment must name its server: servers[0].url is missing.");
  }
  if (!isJsonObject(info) || typeof info["version"] !== "string") {
    throw new FragmentError("The fragment must name its version as a string: info.version is missing.");
  }
  return `/** Where the API is served in production. */
export const BASE_URL = ${JSON.stringify(server["url"])};

/** The version of the API that this package was generated from. */
export const API_VERSION = ${JSON.stringify(info["version"])};
`;
}
