import { fieldOf, isJsonObject, type JsonObject, type Operation } from "@grid-sdk/contract";
import type { Call } from "./list-calls.ts";

/** The call with curl, for a POSIX shell; the credentials stand in the environment. */
export function formatCurlCall(document: JsonObject, { method, path }: Operation, call: Call): string {
  const [server] = Array.isArray(document["servers"]) ? document["servers"] : [];
  const base = isJsonObject(server) ? String(server["url"]).replace(/\/$/, "") : "";
  const { path: values, query, header } = call.parameters;
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeSegment(String(values[name])));
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeSegment(String(value))}`,
  );
  const url = `${base}${filled}${search.length > 0 ? `?${search.join("&")}` : ""}`;
  const options = [
    `--url ${quote(url)}`,
    ...listCredentials(document),
    ...Object.entries(header).map(([name, value]) => `--header ${quote(`${name}: ${String(value)}`)}`),
    ...(call.body === undefined
      ? []
      : [`--header 'Content-Type: application/json'`, `--data ${quote(JSON.stringify(call.body, undefined, 2))}`]),
  ];
  return `curl --request ${method} \\\n  ${options.join(" \\\n  ")}\n`;
}

/** RFC 3986, section 3.3: a colon needs no encoding in a path or a query, and ids are easier to read with it. */
function encodeSegment(text: string): string {
  return encodeURIComponent(text).replaceAll("%3A", ":");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Of the schemes that HTTP has; others have to be added by hand. */
function listCredentials(document: JsonObject): string[] {
  const schemes = Object.values(fieldOf(fieldOf(document, "components"), "securitySchemes"));
  const names = new Set(schemes.map((scheme) => (isJsonObject(scheme) ? String(scheme["scheme"]).toLowerCase() : "")));
  if (names.has("basic")) return [`--basic --user "$GRID_CLIENT_ID:$GRID_CLIENT_SECRET"`];
  return names.has("bearer") ? [`--header "Authorization: Bearer $GRID_TOKEN"`] : [];
}
