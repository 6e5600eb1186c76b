import { fieldOf, isJsonObject, type JsonObject, type Operation } from "@grid-sdk/openapi";
import type { Call } from "./list-calls.ts";

/** The call with curl, for a POSIX shell. The credentials come from the environment. */
export function formatCurlCall(document: JsonObject, { method, path }: Operation, call: Call): string {
  const { path: values = {}, query = {}, header = {} } = call.parameters;
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeSegment(String(values[name])));
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeSegment(String(value))}`,
  );
  const url = `${findServer(document)}${filled}${search.length > 0 ? `?${search.join("&")}` : ""}`;
  const options = [
    `--url ${quote(url)}`,
    ...listCredentials(document),
    ...Object.entries(header).map(([name, value]) => `--header ${quote(`${name}: ${String(value)}`)}`),
    ...(call.body === undefined
      ? []
      : [`--header 'Content-Type: application/json'`, `--data ${quote(JSON.stringify(call.body, undefined, 2))}`]),
  ];
  return `curl --request ${method} \\\n  ${options.join(" \\\n  ")}`;
}

/** The document's first server, without a slash at the end; empty without a server. */
export function findServer(document: JsonObject): string {
  const [server] = Array.isArray(document["servers"]) ? document["servers"] : [];
  return isJsonObject(server) ? String(server["url"]).replace(/\/$/, "") : "";
}

/** RFC 3986, section 3.3: a colon needs no encoding in a path or a query, and ids are easier to read with it. */
function encodeSegment(text: string): string {
  return encodeURIComponent(text).replaceAll("%3A", ":");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The option for an HTTP scheme. Other schemes are left to the reader. */
function listCredentials(document: JsonObject): string[] {
  const schemes = Object.values(fieldOf(fieldOf(document, "components"), "securitySchemes"));
  const names = new Set(schemes.map((scheme) => (isJsonObject(scheme) ? String(scheme["scheme"]).toLowerCase() : "")));
  if (names.has("basic")) return [`--basic --user "$GRID_CLIENT_ID:$GRID_CLIENT_SECRET"`];
  return names.has("bearer") ? [`--header "Authorization: Bearer $GRID_TOKEN"`] : [];
}
