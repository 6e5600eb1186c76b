import { asObject, fieldOf, type JsonObject, type Problem } from "@grid-sdk/openapi";
import { isDay } from "./is-day.ts";

/** In the `info` of a fragment: the day of the API's specification that it stands at (openapi/README.md). */
export const REVISION_DATE = "x-revision-date";

/** The day of a document, or its version if it names no day. */
export function nameRevision(document: JsonObject): string {
  const info = fieldOf(document, "info");
  return String(info[REVISION_DATE] ?? info["version"]);
}

/** What the package says of the API as a whole, and what of it cannot be said. */
export function deriveConstants(document: JsonObject): { code: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const info = fieldOf(document, "info");
  const version = info["version"];
  if (typeof version !== "string") {
    const message = "the fragment must name its version as a string: info.version is missing.";
    problems.push({ pointer: "/info/version", message });
  }
  const date = info[REVISION_DATE];
  if (date !== undefined && !isDay(date)) {
    const message = `${REVISION_DATE} must be a day that exists, as a string, "YYYY-MM-DD"; found ${JSON.stringify(date)}.`;
    problems.push({ pointer: `/info/${REVISION_DATE}`, message });
  }
  const url = readServer(document, problems);
  const code = `/** Where the API is served in production. */
export const BASE_URL = ${JSON.stringify(url)};

/** The version of the API that this package was generated from. */
export const API_VERSION = ${JSON.stringify(version)};

/** The day of the API's specification that this package was generated from, as \`YYYY-MM-DD\`; undefined if it is not told. */
export const SPECIFICATION_DATE: string | undefined = ${JSON.stringify(date)};
`;
  return { code, problems };
}

/** The first server's URL, its variables filled in by their defaults. */
function readServer(document: JsonObject, problems: Problem[]): string {
  const servers: unknown = document["servers"];
  const server = asObject(Array.isArray(servers) ? servers[0] : undefined);
  const report = (message: string) => void problems.push({ pointer: "/servers/0/url", message });
  if (typeof server["url"] !== "string") {
    report("the fragment must name its server: servers[0].url is missing.");
    return "";
  }
  const variables = fieldOf(server, "variables");
  const url = server["url"].replaceAll(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const value = fieldOf(variables, name)["default"];
    if (value !== undefined) return String(value);
    report(`the server's URL has {${name}}, and variables.${name}.default is missing.`);
    return placeholder;
  });
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    report(`the server's URL must be absolute, for example https://api.example.com/v1; found ${url}.`);
  }
  return url;
}
