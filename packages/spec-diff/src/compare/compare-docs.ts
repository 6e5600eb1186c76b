import { canonicalJson, fieldOf, isJsonObject, resolveRef } from "@grid-sdk/contract";
import type { Comparison } from "../judge/comparison.ts";
import { DESCRIPTIVE_INFO, DOC_KEYWORDS, MAP_FIELDS } from "../read/keywords.ts";
import { lastStep } from "../read/place.ts";
import { describeDifference } from "../report/describe-difference.ts";
import { pairItems } from "./pair-items.ts";

/** Fields that hold values of the API, not descriptions of them. */
const VALUES = new Set(["enum", "const", "default", "required", "security"]);

/** Records differences in documentation wherever both documents have the same place. */
export function compareDocs(comparison: Comparison): void {
  walk(comparison, comparison.before, comparison.after, []);
  const [before, after] = [fieldOf(comparison.before, "info"), fieldOf(comparison.after, "info")];
  const extensions = [...Object.keys(before), ...Object.keys(after)].filter((field) => field.startsWith("x-"));
  for (const field of new Set([...DESCRIPTIVE_INFO, ...extensions])) {
    const [was, is] = [before[field], after[field]];
    if (canonicalJson(was ?? null) !== canonicalJson(is ?? null)) recordDocs(comparison, ["info"], field, [was, is]);
  }
}

function walk(
  comparison: Comparison,
  wrappedBefore: unknown,
  wrappedAfter: unknown,
  path: readonly string[],
  isMap = false,
): void {
  const [before, after] = isMap ? [wrappedBefore, wrappedAfter] : [unwrap(wrappedBefore), unwrap(wrappedAfter)];
  if (Array.isArray(before) && Array.isArray(after)) {
    for (const [at, was, is] of pairItems(before, after)) walk(comparison, was, is, [...path, at]);
    return;
  }
  if (!isJsonObject(before) || !isJsonObject(after)) return;
  // What is written out on one side is compared with what the other side refers to.
  const [wasRef, isRef] = [before, after].map((value) => !isMap && typeof value["$ref"] === "string");
  if (wasRef !== isRef) {
    walk(comparison, resolveRef(comparison.before, before), resolveRef(comparison.after, after), path);
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!isMap && (DOC_KEYWORDS.has(key) || (key === "examples" && path[0] === "components"))) {
      if (canonicalDocs(key, before[key]) !== canonicalDocs(key, after[key])) {
        recordDocs(comparison, path, key, [before[key], after[key]]);
      }
    } else if (!isMap && VALUES.has(key)) continue;
    else
      walk(
        comparison,
        before[key],
        after[key],
        [...path, key],
        !isMap && MAP_FIELDS.has(key) && !Array.isArray(before[key]),
      );
  }
}

/** What `allOf` of it alone says no more than. */
function unwrap(value: unknown): unknown {
  if (!isJsonObject(value) || !Array.isArray(value["allOf"])) return value;
  return Object.keys(value).length === 1 && value["allOf"].length === 1 ? unwrap(value["allOf"][0]) : value;
}

/** Tags are a set of names; everything else is compared as it stands. */
function canonicalDocs(key: string, value: unknown): string {
  const isSet = key === "tags" && Array.isArray(value);
  return isSet ? value.map(canonicalJson).toSorted().join() : canonicalJson(value ?? null);
}

/** Steps on the way to a value that say nothing of it. */
const SILENT = new Set(["properties", "content", "application/json", "schema", "items", "allOf"]);

function recordDocs(comparison: Comparison, path: readonly string[], field: string, texts: Texts): void {
  const { owner, rest, isSchema } = findOwner(comparison, path);
  const place = {
    ...(isSchema && { component: owner }),
    path: rest.filter((step, at) => !SILENT.has(step) && rest[at - 1] !== "allOf"),
  };
  const isContract = PROSE.has(field) && isCarried(path, isSchema);
  comparison.findings.push({
    level: "docs",
    kind: `${field}-changed`,
    place,
    subject: path.length > 0 ? lastStep(isSchema || place.path.length > 0 ? place : { path: [owner] }) : field,
    message: describeDocs(field, texts),
    context: isSchema ? "" : owner,
    owner,
    ...(isContract && { isContract }),
  });
}

type Texts = readonly [before: unknown, after: unknown];
const PROSE = new Set(["description", "summary", "title"]);

function describeDocs(field: string, [before, after]: Texts): string {
  const isProse = [before, after].every((text) => text === undefined || typeof text === "string");
  if (!isProse || !PROSE.has(field)) return `The ${field} changed.`;
  return `The ${field} ${describeDifference(String(before ?? ""), String(after ?? ""))}.`;
}

/** Whether the way leads to a property, a parameter or a header: a value that is sent or read. */
function isCarried(path: readonly string[], isSchema: boolean): boolean {
  if (isSchema) return path.slice(3).includes("properties") || path.length === 3;
  return ["properties", "parameters", "headers"].some((step) => path.includes(step));
}

/** The operation or schema that a way leads through, what it is called, and the rest of the way. */
function findOwner(comparison: Comparison, path: readonly string[]) {
  const [root = "the document", kind, name] = path;
  if (root === "components" && kind === "schemas" && name !== undefined) {
    return { owner: name, rest: path.slice(3), isSchema: true };
  }
  if (root === "components" && kind !== undefined && name !== undefined) {
    return { owner: name, rest: path.slice(3), isSchema: false };
  }
  if (root !== "paths" || kind === undefined) return { owner: root, rest: path.slice(1), isSchema: false };
  const operation = fieldOf(fieldOf(fieldOf(comparison.before, "paths"), kind), name ?? "");
  if (name === undefined || Object.keys(operation).length === 0) {
    return { owner: kind, rest: path.slice(2), isSchema: false };
  }
  const owner = String(operation["operationId"] ?? `${name.toUpperCase()} ${kind}`);
  return { owner, rest: path.slice(3), isSchema: false };
}
