import { canonicalJson, isJsonObject, type JsonObject, resolveRef } from "@grid-sdk/contract";
import type { Comparison } from "../judge/comparison.ts";
import { DESCRIPTIVE_INFO, DOC_KEYWORDS } from "../read/keywords.ts";
import { lastStep } from "../read/place.ts";

/** Fields that hold a map from names that the API chose: none of these names is a keyword. */
const MAPS = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "paths",
  "responses",
  "headers",
  "content",
  "schemas",
  "parameters",
  "requestBodies",
  "securitySchemes",
  "pathItems",
  "webhooks",
  "mapping",
]);
/** Fields that hold values of the API, not descriptions of them. */
const VALUES = new Set(["enum", "const", "default", "required", "security"]);

/** Records differences in documentation wherever both documents have the same place. */
export function compareDocs(comparison: Comparison): void {
  walk(comparison, comparison.before, comparison.after, []);
  for (const field of DESCRIPTIVE_INFO) {
    const [was, is] = [comparison.before, comparison.after].map(
      (document) => (document["info"] as JsonObject)?.[field],
    );
    if (canonicalJson(was ?? null) !== canonicalJson(is ?? null)) recordDocs(comparison, ["info"], field);
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
      if (canonicalDocs(key, before[key]) !== canonicalDocs(key, after[key])) recordDocs(comparison, path, key);
    } else if (!isMap && VALUES.has(key)) continue;
    else
      walk(comparison, before[key], after[key], [...path, key], !isMap && MAPS.has(key) && !Array.isArray(before[key]));
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

/** Items of two lists that are the same thing: by `$ref`, by name, by URL, by being equal, and else by position. */
function pairItems(before: readonly unknown[], after: readonly unknown[]): [string, unknown, unknown][] {
  return before.flatMap((was, at): [string, unknown, unknown][] => {
    const identity = identifyItem(was);
    const is = identity === undefined ? after[at] : after.find((candidate) => identifyItem(candidate) === identity);
    const name = isJsonObject(was) && typeof was["name"] === "string" ? was["name"] : String(at);
    return is === undefined ? [] : [[name, was, is]];
  });
}

function identifyItem(item: unknown): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const { $ref: ref, name, in: location, url } = item;
  const identity = [ref, name, location, url].filter((part) => part !== undefined);
  return identity.length > 0 ? canonicalJson(identity) : undefined;
}

function recordDocs(comparison: Comparison, path: readonly string[], field: string): void {
  const [root, kind, component, ...rest] = path;
  const place =
    root === "components" && kind === "schemas" && component !== undefined
      ? { component, path: rest.filter((step) => step !== "properties") }
      : { path: [...path] };
  const subject = place.path.length > 0 || "component" in place ? lastStep(place) : field;
  const message = `Documentation alone: the ${field} changed.`;
  comparison.findings.push({ level: "docs", kind: `${field}-changed`, place, subject, message, context: "" });
}
