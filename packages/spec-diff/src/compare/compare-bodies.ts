import { fieldOf, type JsonObject, resolveOptional } from "@grid-sdk/openapi";
import { type Comparison, lookAt, report } from "../judge/comparison.ts";
import { schemaNodes } from "../read/schema-node.ts";
import { compareContent } from "./compare-content.ts";
import { compareDeprecated, compareOtherFields } from "./compare-fields.ts";
import { reportNewStatus } from "./report-new-status.ts";
import { compareSchemas } from "./schema/compare-schemas.ts";

const place = { path: [] };

/** Records differences in the request body of an operation. */
export function compareRequestBody(
  comparison: Comparison,
  operation: string,
  before: JsonObject,
  after: JsonObject,
): void {
  const inside = lookAt(comparison, "request", operation, "request body");
  const [was, is] = [before["requestBody"], after["requestBody"]];
  if (was === undefined && is === undefined) return;
  const [old, now] = [resolveOptional(comparison.before.document, was), resolveOptional(comparison.after.document, is)];
  const subject = "body";
  const [wasRequired, isRequired] = [old["required"] === true, now["required"] === true];
  if (is === undefined) {
    report(inside, "breaking", {
      kind: "body-removed",
      place,
      subject,
      fact: "It no longer takes a body",
      advice: "stop sending one",
    });
  } else if (was === undefined) {
    const said = isRequired ? { fact: "It needs a body now", advice: "send one" } : { fact: "It may take a body now" };
    report(inside, isRequired ? "breaking" : "minor", { kind: "body-added", place, subject, ...said });
  } else {
    if (wasRequired !== isRequired) {
      const said = isRequired
        ? { fact: "The body is required now", advice: "send it" }
        : { fact: "The body may be left out" };
      const kind = isRequired ? "body-became-required" : "body-became-optional";
      report(inside, isRequired ? "breaking" : "minor", { kind, place, subject, ...said });
    }
    compareOtherFields(inside, [old, now], ["required", "content"]);
    compareContent(inside, old, now);
  }
}

/** Records statuses that came, went, or answer something else. */
export function compareResponses(
  comparison: Comparison,
  operation: string,
  before: JsonObject,
  after: JsonObject,
): void {
  const [was, is] = [fieldOf(before, "responses"), fieldOf(after, "responses")];
  for (const status of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const inside = lookAt(comparison, "response", operation, `response ${status}`);
    const isSuccess = status.startsWith("2");
    if (is[status] === undefined) {
      const fact = `${status} is no longer documented`;
      const advice = "delete the code that asks for it";
      report(inside, "breaking", { kind: "status-removed", place, subject: status, fact, advice });
    } else if (was[status] === undefined) {
      reportNewStatus(inside, status, was, is[status]);
    } else {
      const [old, now] = [
        resolveOptional(comparison.before.document, was[status]),
        resolveOptional(comparison.after.document, is[status]),
      ];
      compareOtherFields(inside, [old, now], ["headers", "content"]);
      compareHeaders(inside, fieldOf(old, "headers"), fieldOf(now, "headers"));
      compareContent(inside, old, now, isSuccess ? {} : { openCode: true });
    }
  }
}

function compareHeaders(comparison: Comparison, before: JsonObject, after: JsonObject): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name], after[name]];
    const { operation = "", part = "" } = comparison.context ?? {};
    const inside = lookAt(comparison, comparison.direction, operation, `${part} header ${name}`);
    if (is === undefined) {
      const fact = `The header \`${name}\` is gone`;
      report(inside, "breaking", { kind: "header-removed", place, subject: name, fact, advice: "stop reading it" });
    } else if (was === undefined) {
      report(inside, "minor", {
        kind: "header-added",
        place,
        subject: name,
        fact: `The header \`${name}\` is new`,
      });
    } else {
      compareHeader(
        inside,
        name,
        resolveOptional(comparison.before.document, was),
        resolveOptional(comparison.after.document, is),
      );
    }
  }
}

function compareHeader(comparison: Comparison, name: string, before: JsonObject, after: JsonObject): void {
  const [was, is] = [before["required"] === true, after["required"] === true];
  if (was !== is) {
    const kind = is ? "header-became-required" : "header-became-optional";
    const said = is
      ? { fact: `The header \`${name}\` is always there now` }
      : { fact: `The header \`${name}\` may be missing`, advice: "handle undefined" };
    report(comparison, is ? "minor" : "breaking", { kind, place, subject: name, ...said });
  }
  compareDeprecated(comparison, before, after, name);
  compareOtherFields(comparison, [before, after], ["required", "deprecated", "schema", "content"]);
  const part = { sort: "header", name };
  compareSchemas(comparison, schemaNodes(comparison.before, before, part), schemaNodes(comparison.after, after, part));
  compareContent(comparison, before, after);
}
