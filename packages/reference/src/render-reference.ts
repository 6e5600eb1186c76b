import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fieldOf, type JsonObject } from "@grid-sdk/openapi";
import type { ReferenceLine } from "./line.ts";
import { offerResponses } from "./offer-responses.ts";
import { formatStartScript, type TryIt } from "./page/start-script.ts";
import { prepareDocument } from "./prepare-document.ts";
import { SKIP_LINK } from "./page/skip-link.ts";
import { STYLE } from "./page/style.ts";

export interface ReferenceOptions {
  /** The line of the document: the page names it, and its samples import that line's client. */
  line?: ReferenceLine | undefined;
  /**
   * Lets the page call its own server, with these credentials filled in. Without it, the page has no calls to try, as for a
   * file without a server.
   */
  tryIt?: TryIt | undefined;
}

/**
 * Renders the reference of an OpenAPI 3.1 document as one HTML page. It loads nothing from elsewhere: its
 * Content-Security-Policy enforces that. Each operation has calls with `@grid-sdk/client`, `grid.http` and curl, responses by
 * status and example, and errors with advice. Throws a `DocumentError` for a `$ref` without a target.
 */
export async function renderReference(document: JsonObject, { line, tryIt }: ReferenceOptions = {}): Promise<string> {
  const { title, summary = "" } = fieldOf(document, "info");
  const [renderer, licenses] = await Promise.all([readBuilt("renderer.js"), readBuilt("THIRD-PARTY-LICENSES.md")]);
  const prepared = prepareDocument(document, line);
  if (tryIt?.takesPrefer) offerResponses(prepared);
  const start = formatStartScript(prepared, tryIt);
  const hashes = [renderer, start].map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    // Vue sets inline styles.
    "style-src 'unsafe-inline'",
    "img-src data:",
    `connect-src ${tryIt ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(String(summary))}">
<title>${escapeHtml(`${String(title)} reference`)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
${SKIP_LINK}
<noscript>This page needs JavaScript. Turn it on to read the page.</noscript>
<div id="reference"></div>
<script>${renderer}</script>
<script>${start}</script>
<!--
${licenses.replaceAll("-->", "-- >")}-->
</body>
</html>
`;
}

/** Reads a built file. It is resolved through the package, so that the sources find it too. */
async function readBuilt(name: string): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve("@grid-sdk/reference/package.json");
  return readFile(join(dirname(manifest), "dist", name), "utf8");
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
