import type { PreparedResponse } from "@grid-sdk/server-kit";
import type { Issuer } from "./issuer.ts";

const KEYS_PATH = "/.well-known/jwks.json";

/** Serves the issuer's metadata (OpenID Connect Discovery 1.0, section 4) and keys; undefined for any other request. */
export function serveIssuer({ url, keys }: Issuer, method: string, path: string): PreparedResponse | undefined {
  if (method !== "GET") return undefined;
  const headers = { "content-type": "application/json" };
  if (path === KEYS_PATH) return { status: 200, headers, body: keys };
  if (path !== "/.well-known/openid-configuration") return undefined;
  const body = {
    issuer: url,
    jwks_uri: url + KEYS_PATH,
    response_types_supported: ["id_token"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["ES256"],
  };
  return { status: 200, headers, body };
}
