import { asObject, fieldOf, type JsonObject, type Problem } from "@grid-sdk/openapi";
import { isDay } from "./is-day.ts";

/** In the `info` of a fragment: the day of the API's specification (openapi/README.md). */
export const REVISION_DATE = "x-revision-date";

/** The day of a document, or its version if it has no day. */
export function nameRevision(document: JsonObject): string {
  const info = fieldOf(document, "info");
  return String(info[REVISION_DATE] ?? info["version"]);
}

/** The code of the constants, and what is missing for them. */
export function deriveConstants(document: JsonObject): { code: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const info = fieldOf(document, "info");
  const version = info["version"];
  if (typeof version !== "string") {
    const message = "info.version is missing: the fragment must have its version, as a string.";
    problems.push({ pointer: "/info/version", message });
  }
  const date = info[REVISION_DATE];
  if (date !== undefined && !isDay(date)) {
    const message = `${REVISION_DATE} must be a day that exists, as a string, "YYYY-MM-DD"; found ${JSON.stringify(date)}.`;
    problems.push({ pointer: `/info/${REVISION_DATE}`, message });
  }
  const url = readServer(document, problems);
  const code = `/** The URL of the API in production. */
export const BASE_URL = ${JSON.stringify(url)};

/** The version of the API that this package was generated from. */
export const API_VERSION = ${JSON.stringify(version)};

/** The day of the API's specification that this package was generated from, as \`YYYY-MM-DD\`; undefined if it is not known. */
export const SPECIFICATION_DATE: string | undefined = ${JSON.stringify(date)};
`;
  return { code, problems };
}

/** The first server's URL, with the defaults of its variables. */
function readServer(document: JsonObject, problems: Problem[]): string {
  const servers: unknown = document["servers"];
  const server = asObject(Array.isArray(servers) ? servers[0] : undefined);
  const report = (message: string) => void problems.push({ pointer: "/servers/0/url", message });
  if (typeof server["url"] !== "string") {
    report("servers[0].url is missing: the fragment must have its server.");
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
