import { canonicalJson, fieldOf, isJsonObject, type Keys, keysOfRef, resolveRef } from "@grid-sdk/openapi";
import type { Context } from "../judge/change.ts";
import { type Comparison, lookAt } from "../judge/comparison.ts";
import { DESCRIPTIVE_INFO, DOC_KEYWORDS, MAP_FIELDS } from "../read/keywords.ts";
import { lastStep } from "../read/place.ts";
import { pairItems } from "./pair-items.ts";

/** Fields that hold values of the API, not descriptions of them. */
const VALUES = new Set(["enum", "const", "default", "required", "security"]);

/** Records differences in documentation wherever both documents have the same place. */
export function compareDocs(comparison: Comparison): void {
  walk(comparison, { value: comparison.before, keys: [] }, { value: comparison.after, keys: [] }, []);
  const [before, after] = [fieldOf(comparison.before, "info"), fieldOf(comparison.after, "info")];
  const extensions = [...Object.keys(before), ...Object.keys(after)].filter((field) => field.startsWith("x-"));
  for (const field of new Set([...DESCRIPTIVE_INFO, ...extensions])) {
    const [was, is] = [before[field], after[field]];
    // The version is no text: the SDK exports it.
    if (field !== "version" && canonicalJson(was ?? null) !== canonicalJson(is ?? null))
      recordDocs(
        comparison,
        ["info"],
        field,
        { value: was, keys: ["info", field] },
        { value: is, keys: ["info", field] },
      );
  }
}

/** A value of a document, and where it stands. */
interface At {
  readonly value: unknown;
  readonly keys: Keys;
}

function walk(
  comparison: Comparison,
  wrappedBefore: At,
  wrappedAfter: At,
  path: readonly string[],
  isMap = false,
): void {
  const [was, is] = isMap ? [wrappedBefore, wrappedAfter] : [unwrap(wrappedBefore), unwrap(wrappedAfter)];
  const [before, after] = [was.value, is.value];
  if (Array.isArray(before) && Array.isArray(after)) {
    for (const [name, old, now] of pairItems(before, after)) {
      const items = [enter(was, before.indexOf(old)), enter(is, after.indexOf(now))] as const;
      walk(comparison, ...items, [...path, name]);
    }
    return;
  }
  if (!isJsonObject(before) || !isJsonObject(after)) return;
  // What is written out on one side is compared with what the other side refers to.
  const [wasRef, isRef] = [before, after].map((value) => !isMap && typeof value["$ref"] === "string");
  if (wasRef !== isRef) {
    walk(comparison, follow(comparison.before, was), follow(comparison.after, is), path);
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!isMap && (DOC_KEYWORDS.has(key) || (key === "examples" && path[0] === "components"))) {
      if (canonicalDocs(key, before[key]) !== canonicalDocs(key, after[key])) {
        recordDocs(comparison, path, key, enter(was, key), enter(is, key));
      }
    } else if (!isMap && VALUES.has(key)) continue;
    else {
      const holdsNames = !isMap && MAP_FIELDS.has(key) && !Array.isArray(before[key]);
      walk(comparison, enter(was, key), enter(is, key), [...path, key], holdsNames);
    }
  }
}

function enter({ value, keys }: At, key: string | number): At {
  return { value: (value as Readonly<Record<string, unknown>>)[key], keys: [...keys, key] };
}

function follow(document: Comparison["before"], at: At): At {
  const ref = isJsonObject(at.value) ? at.value["$ref"] : undefined;
  return { value: resolveRef(document, at.value), keys: (typeof ref === "string" && keysOfRef(ref)) || at.keys };
}

/** What `allOf` of it alone says no more than. */
function unwrap(at: At): At {
  const { value } = at;
  if (!isJsonObject(value) || !Array.isArray(value["allOf"])) return at;
  const isAlone = Object.keys(value).length === 1 && value["allOf"].length === 1;
  return isAlone ? unwrap(enter(enter(at, "allOf"), 0)) : at;
}

/** Tags are a set of names; everything else is compared as it stands. */
function canonicalDocs(key: string, value: unknown): string {
  const isSet = key === "tags" && Array.isArray(value);
  return isSet ? value.map(canonicalJson).toSorted().join() : canonicalJson(value ?? null);
}

/** Steps on the way to a value that say nothing of it. */
const SILENT = new Set(["properties", "content", "application/json", "schema", "items", "allOf"]);

function recordDocs(comparison: Comparison, path: readonly string[], field: string, before: At, after: At): void {
  const words = comparison.judgeText?.(before.keys, after.keys);
  if (words === "same") {
    comparison.ownWords.add(after.keys.join("/"));
    return;
  }
  const { owner, rest, isSchema, isOperation } = findOwner(comparison, path);
  const place = {
    ...(isSchema && { component: owner }),
    path: rest.filter((step, at) => !SILENT.has(step) && rest[at - 1] !== "allOf"),
  };
  const isProse = PROSE.has(field);
  const context: Context | undefined = isOperation ? lookAt(comparison, "response", owner).context : undefined;
  comparison.findings.push({
    level: "docs",
    kind: `${field}-changed`,
    place,
    subject: path.length > 0 ? lastStep(isSchema || place.path.length > 0 ? place : { path: [owner] }) : field,
    fact: `The ${field} changed`,
    contexts: new Set(context ? [context] : []),
    texts: {
      field,
      // What upstream said before in its own words is not known, and ours in its place would be no difference.
      before: isProse && words === "ours" ? undefined : before.value,
      after: after.value,
      isKnown: words !== "ours",
      owner,
      isContract: isProse && isCarried(path, isSchema),
    },
  });
}

const PROSE = new Set(["description", "summary", "title"]);

/** Whether the way leads to a property, a parameter or a header: a value that is sent or read. */
function isCarried(path: readonly string[], isSchema: boolean): boolean {
  if (isSchema) return path.slice(3).includes("properties") || path.length === 3;
  return ["properties", "parameters", "headers"].some((step) => path.includes(step));
}

interface Owner {
  readonly owner: string;
  readonly rest: readonly string[];
  readonly isSchema: boolean;
  readonly isOperation?: boolean;
}

/** The operation or schema that a way leads through, what it is called, and the rest of the way. */
function findOwner(comparison: Comparison, path: readonly string[]): Owner {
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
  return { owner, rest: path.slice(3), isSchema: false, isOperation: true };
}
