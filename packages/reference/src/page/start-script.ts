import { fieldOf, type JsonObject, listEndpoints } from "@grid-sdk/openapi";
import { canExpand } from "../can-expand.ts";
import { findServer } from "../samples/curl-call.ts";
import { keepClosed } from "./keep-closed.ts";
import { nameParts } from "./name-parts.ts";
import { showAll } from "./show-all.ts";
import { skipToContent } from "./skip-link.ts";

/** Lets the page call its own server, with these credentials filled in. */
export interface TryIt {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether the server follows the header `Prefer`, as the mock does. Each operation then offers its responses. */
  readonly takesPrefer?: boolean | undefined;
}

/** The auth part has a dozen. A page of very many operations would keep the browser busy for minutes. */
const MOST_OPERATIONS = 50;

const DECLARE_SERVER = "configuration.servers = [{ url: location.origin, description: 'The server of this page' }];";

/** The script that starts Scalar with the document. The scripts that run before it are in the files beside this one. */
export function formatStartScript(content: JsonObject, tryIt: TryIt | undefined): string {
  const schemes = Object.keys(fieldOf(fieldOf(content, "components"), "securitySchemes"));
  const credentials = { username: tryIt?.clientId, password: tryIt?.clientSecret };
  const expands = canExpand(content);
  const configuration = {
    content,
    hideTestRequestButton: !tryIt,
    authentication: {
      preferredSecurityScheme: schemes[0],
      securitySchemes: tryIt ? Object.fromEntries(schemes.map((name) => [name, credentials])) : {},
    },
    // The samples are the document's own.
    hiddenClients: true,
    // Nothing of it leads elsewhere.
    telemetry: false,
    withDefaultFonts: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
    showDeveloperTools: "never",
    documentDownloadType: "none",
    operationTitleSource: "summary",
    orderSchemaPropertiesBy: "preserve",
    expandAllResponses: true,
    expandAllSchemaProperties: expands,
    schemaKeyboardNav: true,
    defaultOpenAllTags: true,
    persistAuth: false,
  };
  const prepare = [
    ...(listEndpoints(content).length <= MOST_OPERATIONS ? [showAll] : []),
    ...(expands ? [] : [keepClosed]),
    nameParts,
    skipToContent,
  ];
  // `<` could end the script, or start an HTML comment.
  const json = JSON.stringify(configuration).replaceAll("<", String.raw`\u003c`);
  return `const configuration = ${json};
${tryIt ? callOwnServer(findServer(content)) : ""}
${prepare.map((run) => `(${String(run)})();`).join("\n")}
Scalar.createApiReference("#reference", configuration);`;
}

/** Sets the page's own server, which only the browser knows, for the calls to try and the samples with curl. */
function callOwnServer(server: string): string {
  if (server === "") return DECLARE_SERVER;
  // With `<` escaped, the address cannot add markup.
  const address = JSON.stringify(server).replaceAll("<", String.raw`\u003c`);
  return `${DECLARE_SERVER}
configuration.content = JSON.parse(JSON.stringify(configuration.content), (name, value) =>
  name === "x-codeSamples" ? value.map((sample) => ({ ...sample, source: sample.source.replaceAll(${address}, location.origin) })) : value);`;
}
