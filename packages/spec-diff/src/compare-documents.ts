import { fieldOf, isJsonObject, type JsonObject } from "@grid-sdk/openapi";
import { compareComponents } from "./compare/compare-components.ts";
import { compareDocs } from "./compare/compare-docs.ts";
import { compareOtherFields } from "./compare/compare-fields.ts";
import { compareOperations } from "./compare/compare-operations.ts";
import { compareWebhooks } from "./compare/compare-webhooks.ts";
import { findMoves } from "./compare/find-moves.ts";
import { quoteTexts } from "./compare/quote-texts.ts";
import type { Change } from "./judge/change.ts";
import { collapseFindings } from "./judge/collapse-findings.ts";
import { type Comparison, report } from "./judge/comparison.ts";
import { collectJobs, runJobs } from "./judge/jobs.ts";
import { isDescriptiveInfo } from "./read/keywords.ts";
import { openRevision, type Revision } from "./read/revision.ts";

const COMPARED = ["openapi", "jsonSchemaDialect", "info", "servers", "security", "paths", "webhooks", "components"];
/** The dialect of schemas without a dialect of their own, and the dialect that it extends. */
const DEFAULT_DIALECTS = new Set([
  "https://spec.openapis.org/oas/3.1/dialect/base",
  "https://json-schema.org/draft/2020-12/schema",
]);

/** What is known of where texts and examples come from. */
export type KnownSources = Pick<Comparison, "judgeText" | "isOwnExample">;

/** Every change between two OpenAPI 3.1 documents as a consumer of the SDK sees it, most serious first. */
export function compareDocuments(old: JsonObject, current: JsonObject, known: KnownSources = {}): Change[] {
  const [before, after] = [openRevision("before", old), openRevision("after", current)];
  const comparison: Comparison = {
    before,
    after,
    direction: "response",
    context: undefined,
    findings: [],
    visited: new Set(),
    jobs: { known: new Map(), parts: [], contexts: new Map() },
    uses: new Set(),
    nested: "job",
    ownWords: new Set(),
    ...known,
  };
  compareOtherFields(comparison, [old, current], COMPARED);
  const info = [fieldOf(old, "info"), fieldOf(current, "info")] as const;
  const descriptive = info.flatMap((side) => Object.keys(side).filter(isDescriptiveInfo));
  compareOtherFields(comparison, info, ["version", ...descriptive], { path: ["info"] });
  compareDialects(comparison);
  compareServers(comparison);
  compareVersion(comparison);
  compareOperations(comparison);
  compareWebhooks(comparison);
  runJobs(comparison.jobs);
  const { findings, components } = collectJobs(comparison.jobs);
  for (const finding of findings) comparison.findings.push(finding);
  compareComponents(comparison, components);
  compareDocs(comparison);
  reportOwnWords(comparison);
  const changes = findMoves(collapseFindings(comparison.findings), before, after);
  return quoteTexts(changes, before, after);
}

/** Our words are in the types and the reference: they need a release, but nobody has to read them. */
function reportOwnWords(comparison: Comparison): void {
  const count = comparison.ownWords.size;
  if (count > 0) report(comparison, "docs", { kind: "reworded", count }, { place: { path: ["texts"] } });
}

function compareDialects(comparison: Comparison): void {
  const [was, is] = [comparison.before, comparison.after].map(({ document }) => {
    const dialect = document["jsonSchemaDialect"];
    return dialect === undefined || DEFAULT_DIALECTS.has(String(dialect)) ? "" : String(dialect);
  });
  if (was !== is)
    report(comparison, "breaking", { kind: "dialect-changed" }, { place: { path: ["jsonSchemaDialect"] } });
}

function compareServers(comparison: Comparison): void {
  const [was, is] = [listServers(comparison.before), listServers(comparison.after)];
  const place = { path: ["servers"] };
  for (const url of was) {
    if (!is.includes(url)) report(comparison, "breaking", { kind: "server-removed" }, { place, subject: url });
  }
  for (const url of is) {
    if (!was.includes(url)) report(comparison, "minor", { kind: "server-added" }, { place, subject: url });
  }
  const [old, now] = [was[0], is[0]].map(String);
  if (old !== undefined && old !== now && was.every((url) => is.includes(url)))
    report(comparison, "breaking", { kind: "server-changed", was: old }, { place, subject: String(now) });
}

/** The version of the API, which the SDK exports. */
function compareVersion(comparison: Comparison): void {
  const [was, is] = [comparison.before, comparison.after].map(({ document }) => fieldOf(document, "info")["version"]);
  if (was === is) return;
  const isServedElsewhere = listServers(comparison.before).join() !== listServers(comparison.after).join();
  const at = { place: { path: ["info", "version"] }, subject: "API_VERSION" };
  report(comparison, "minor", { kind: "version-changed", was, is, isServedElsewhere }, at);
}

function listServers({ document }: Revision): string[] {
  const servers = Array.isArray(document["servers"]) ? document["servers"].filter(isJsonObject) : [];
  return servers.map(({ url }) => String(url));
}
