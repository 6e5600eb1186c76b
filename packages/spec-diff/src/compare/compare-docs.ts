import {
  canonicalJson,
  contextAt,
  enter,
  fieldOf,
  isDocumentation,
  isJsonObject,
  type JsonObject,
  type Keys,
  keysOfRef,
  resolveRef,
  type WalkContext,
} from "@grid-sdk/openapi";
import { type Comparison, lookAt, report } from "../judge/comparison.ts";
import { isDescriptiveInfo } from "../read/keywords.ts";
import { lastStep } from "../read/place.ts";
import { PROSE } from "../read/sentences.ts";
import { pairItems } from "./pair-items.ts";

/** Records differences in documentation wherever both documents have the same place. */
export function compareDocs(comparison: Comparison): void {
  const { before, after } = comparison;
  const start = { keys: [], context: contextAt([]) };
  walk(comparison, { ...start, value: before.document }, { ...start, value: after.document }, []);
}

/** A value of a document, and its place. */
interface At {
  readonly value: unknown;
  readonly keys: Keys;
  /** Whether the keys of an object there are fields or names. */
  readonly context: WalkContext;
}

function walk(comparison: Comparison, wrappedBefore: At, wrappedAfter: At, path: readonly string[]): void {
  const [was, is] = [unwrap(wrappedBefore), unwrap(wrappedAfter)];
  const { keys: sort } = was.context;
  if (sort === "data" || is.context.keys === "data") return;
  const [before, after] = [was.value, is.value];
  if (Array.isArray(before) && Array.isArray(after)) {
    for (const [name, old, now] of pairItems(before, after)) {
      const items = [enterAt(was, before.indexOf(old)), enterAt(is, after.indexOf(now))] as const;
      walk(comparison, ...items, [...path, name]);
    }
    return;
  }
  if (!isJsonObject(before) || !isJsonObject(after)) return;
  // An inline object on one side is compared with the target of a reference on the other side.
  const [wasRef, isRef] = [before, after].map((value) => sort === "fields" && typeof value["$ref"] === "string");
  if (wasRef !== isRef) {
    walk(comparison, follow(comparison.before.document, was), follow(comparison.after.document, is), path);
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const inner = [enterAt(was, key), enterAt(is, key)] as const;
    const isDocs = isDocumentation(key) || (path.join() === "info" && isDescriptiveInfo(key));
    if (sort === "fields" && isDocs) compareField(comparison, path, key, inner);
    else walk(comparison, ...inner, [...path, key]);
  }
}

function enterAt({ value, keys, context }: At, key: string | number): At {
  const inner = (value as Readonly<Record<string, unknown>>)[key];
  return { value: inner, keys: [...keys, key], context: enter(context, key, Array.isArray(inner)) };
}

function follow(document: JsonObject, at: At): At {
  const ref = isJsonObject(at.value) ? at.value["$ref"] : undefined;
  const keys = (typeof ref === "string" && keysOfRef(ref)) || at.keys;
  return { value: resolveRef(document, at.value), keys, context: contextAt(keys) };
}

/** The only schema of an `allOf` that adds nothing to it. */
function unwrap(at: At): At {
  const { value } = at;
  if (at.context.keys !== "fields" || !isJsonObject(value) || !Array.isArray(value["allOf"])) return at;
  const isAlone = Object.keys(value).length === 1 && value["allOf"].length === 1;
  return isAlone ? unwrap(enterAt(enterAt(at, "allOf"), 0)) : at;
}

/** Tags are a set of names; everything else is compared as it is. */
function canonicalDocs(key: string, value: unknown): string {
  const isSet = key === "tags" && Array.isArray(value);
  return isSet ? value.map(canonicalJson).toSorted().join() : canonicalJson(value ?? null);
}

/** Steps on the way to a value that do not describe it. */
const SILENT = new Set(["properties", "content", "application/json", "schema", "items", "allOf"]);

function compareField(
  comparison: Comparison,
  path: readonly string[],
  field: string,
  [before, after]: readonly [At, At],
): void {
  if (canonicalDocs(field, before.value) === canonicalDocs(field, after.value)) return;
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
  const inside = isOperation ? lookAt(comparison, "response", owner) : comparison;
  const named = isSchema || place.path.length > 0 ? place : { path: [owner] };
  const fact = {
    kind: "text-changed",
    field,
    // The API owners' former words are not known, and ours would show the wrong difference.
    before: isProse && words === "ours" ? undefined : before.value,
    after: after.value,
    isKnown: words !== "ours",
    owner,
    isContract: isProse && isCarried(path, isSchema),
  } as const;
  report(inside, "docs", fact, { place, subject: path.length > 0 ? lastStep(named) : field });
}

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
  if (root === "components" && name !== undefined)
    return { owner: name, rest: path.slice(3), isSchema: kind === "schemas" };
  if (root !== "paths" || kind === undefined) return { owner: root, rest: path.slice(1), isSchema: false };
  const operation = name === undefined ? {} : fieldOf(comparison.before.document, root, kind, name);
  if (name === undefined || Object.keys(operation).length === 0)
    return { owner: kind, rest: path.slice(2), isSchema: false };
  const owner = String(operation["operationId"] ?? `${name.toUpperCase()} ${kind}`);
  return { owner, rest: path.slice(3), isSchema: false, isOperation: true };
}
