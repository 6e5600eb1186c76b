import { fieldOf } from "@grid-sdk/openapi";
import { type Comparison, lookAt, LOOSER, report, STRICTER } from "../judge/comparison.ts";
import { pairFields } from "../read/pair-names.ts";
import type { ListedOperation } from "../read/revision.ts";
import { compareSchemasOf, resolveBoth } from "./compare-both.ts";
import { compareContent } from "./compare-content.ts";
import { compareDeprecated, compareOtherFields } from "./compare-fields.ts";
import { reportNewStatus } from "./report-new-status.ts";

/** Records differences in the request body of an operation. */
export function compareRequestBody(comparison: Comparison, before: ListedOperation, after: ListedOperation): void {
  const inside = lookAt(comparison, "request", before.name, { kind: "body" });
  const [was, is] = [before.operation["requestBody"], after.operation["requestBody"]];
  if (was === undefined && is === undefined) return;
  const both = resolveBoth(comparison, was, is);
  const [wasRequired, isRequired] = both.map(({ required }) => required === true) as [boolean, boolean];
  const level = isRequired ? "breaking" : "minor";
  if (is === undefined) report(inside, "breaking", { kind: "body-removed" });
  else if (was === undefined) report(inside, level, { kind: "body-added", isRequired });
  else {
    if (wasRequired !== isRequired)
      report(inside, level, { kind: isRequired ? "body-became-required" : "body-became-optional" });
    compareOtherFields(inside, both, ["required", "content"]);
    compareContent(inside, both);
  }
}

/** Records statuses that are new, gone, or changed. */
export function compareResponses(comparison: Comparison, before: ListedOperation, after: ListedOperation): void {
  const known = fieldOf(before.operation, "responses");
  for (const [status, was, is] of pairFields(known, fieldOf(after.operation, "responses"))) {
    const inside = lookAt(comparison, "response", before.name, { kind: "response", status });
    if (is === undefined) report(inside, "breaking", { kind: "status-removed" }, { subject: status });
    else if (was === undefined) reportNewStatus(inside, status, known, is);
    else {
      const both = resolveBoth(comparison, was, is);
      compareOtherFields(inside, both, ["headers", "content"]);
      for (const [name, ...headers] of pairFields(fieldOf(both[0], "headers"), fieldOf(both[1], "headers"))) {
        const header = lookAt(comparison, "response", before.name, { kind: "header", status, name });
        compareHeader(header, name, headers);
      }
      compareContent(inside, both, status.startsWith("2") ? {} : { openCode: true });
    }
  }
}

function compareHeader(comparison: Comparison, name: string, [was, is]: readonly [unknown, unknown]): void {
  const at = { subject: name };
  if (is === undefined) report(comparison, "breaking", { kind: "header-removed" }, at);
  else if (was === undefined) report(comparison, "minor", { kind: "header-added" }, at);
  else {
    const both = resolveBoth(comparison, was, is);
    const [wasRequired, isRequired] = both.map(({ required }) => required === true);
    if (wasRequired !== isRequired) {
      const kind = isRequired ? "header-became-required" : "header-became-optional";
      report(comparison, isRequired ? STRICTER : LOOSER, { kind }, at);
    }
    compareDeprecated(comparison, both, name);
    compareOtherFields(comparison, both, ["required", "deprecated", "schema", "content"]);
    compareSchemasOf(comparison, both, {}, { sort: "header", name });
    compareContent(comparison, both);
  }
}
