import { fieldOf, isJsonObject, type JsonObject } from "@grid-sdk/contract";
import { compareComponents } from "./compare/compare-components.ts";
import { compareDocs } from "./compare/compare-docs.ts";
import { compareOtherFields } from "./compare/compare-fields.ts";
import { compareOperations } from "./compare/compare-operations.ts";
import { compareWebhooks } from "./compare/compare-webhooks.ts";
import { type Change, collapseFindings } from "./judge/change.ts";
import { type Comparison, report } from "./judge/comparison.ts";
import { collectJobs, runJobs } from "./judge/jobs.ts";
import { DESCRIPTIVE_INFO } from "./read/keywords.ts";

const COMPARED = ["openapi", "jsonSchemaDialect", "info", "servers", "security", "paths", "webhooks", "components"];
/** What a schema without a dialect of its own is read by, and the dialect that it extends. */
const DEFAULT_DIALECTS = new Set([
  "https://spec.openapis.org/oas/3.1/dialect/base",
  "https://json-schema.org/draft/2020-12/schema",
]);

/** Every change between two OpenAPI 3.1 documents as a consumer of the SDK sees it, most serious first. */
export function compareDocuments(before: JsonObject, after: JsonObject): Change[] {
  const comparison: Comparison = {
    before,
    after,
    direction: "response",
    context: "",
    findings: [],
    visited: new Set(),
    jobs: { known: new Map(), parts: [] },
    uses: new Set(),
    nested: "job",
  };
  compareOtherFields(comparison, [before, after], COMPARED);
  const info = [fieldOf(before, "info"), fieldOf(after, "info")] as const;
  const extensions = info.flatMap((fields) => Object.keys(fields).filter((field) => field.startsWith("x-")));
  compareOtherFields(comparison, info, [...DESCRIPTIVE_INFO, ...extensions], {
    path: ["info"],
  });
  compareDialects(comparison);
  compareServers(comparison);
  compareOperations(comparison);
  compareWebhooks(comparison);
  runJobs(comparison.jobs);
  const { findings, components } = collectJobs(comparison.jobs);
  for (const finding of findings) comparison.findings.push(finding);
  compareComponents(comparison, components);
  compareDocs(comparison);
  return collapseFindings(comparison.findings);
}

function compareDialects(comparison: Comparison): void {
  const [was, is] = [comparison.before, comparison.after].map((document) => {
    const dialect = document["jsonSchemaDialect"];
    return dialect === undefined || DEFAULT_DIALECTS.has(String(dialect)) ? "" : String(dialect);
  });
  if (was === is) return;
  const subject = "jsonSchemaDialect";
  const message =
    "Schemas are read by another dialect of JSON Schema: read both revisions, since the same words may mean something else.";
  report(comparison, "breaking", { kind: "dialect-changed", place: { path: [subject] }, subject, message });
}

function compareServers(comparison: Comparison): void {
  const [was, is] = [listServers(comparison.before), listServers(comparison.after)];
  const place = { path: ["servers"] };
  for (const url of was) {
    if (is.includes(url)) continue;
    const message = `The API is not served at ${url} any more: allow the new address where requests are filtered.`;
    report(comparison, "breaking", { kind: "server-removed", place, subject: url, message });
  }
  for (const url of is) {
    if (was.includes(url)) continue;
    report(comparison, "minor", { kind: "server-added", place, subject: url, message: `The API is served at ${url}.` });
  }
  if (was[0] !== is[0] && was.every((url) => is.includes(url))) {
    const message = `Clients call ${is[0]} instead of ${was[0]} unless they are told otherwise.`;
    report(comparison, "breaking", { kind: "server-changed", place, subject: String(is[0]), message });
  }
}

function listServers(document: JsonObject): string[] {
  const servers = Array.isArray(document["servers"]) ? document["servers"].filter(isJsonObject) : [];
  return servers.map(({ url }) => String(url));
}
