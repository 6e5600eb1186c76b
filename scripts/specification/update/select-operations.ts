import { asObject, fieldOf, isJsonObject, isMethod, type JsonObject, resolveRef } from "@grid-sdk/openapi";
import { readIfPossible } from "../source/read-if-possible.ts";
import type { LeftOut } from "./left-out.ts";
import { selectBodies } from "./select-bodies.ts";
import type { Criterion, Selection } from "./selection.ts";

/** The paths of a document with the operations that are selected, and what was left out. */
export function selectOperations(
  document: JsonObject,
  selection: Selection,
): { readonly paths: JsonObject; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  let elsewhere = 0;
  const paths: Record<string, JsonObject> = {};
  for (const [path, value] of Object.entries(fieldOf(document, "paths"))) {
    // A path item by reference is written out: its tags and security schemes count like those of any other.
    const { $ref: _, ...own } = asObject(value);
    const resolve = () => resolveRef(document, value);
    // One that is not selected may be broken.
    const resolved = meetsPath(path, selection) ? resolve() : readIfPossible(resolve);
    const item = path.startsWith("/") ? { ...resolved, ...own } : {};
    const kept = Object.entries(item).flatMap(([field, operation]): [string, unknown][] => {
      if (!isMethod(field) || !isJsonObject(operation)) return [[field, operation]];
      if (!meetsPath(path, selection)) {
        elsewhere++;
        return [];
      }
      const selected = selectOperation(document, selection, path, field, operation, leftOut);
      return selected ? [[field, selected]] : [];
    });
    if (kept.some(([field]) => isMethod(field))) paths[path] = Object.fromEntries(kept);
  }
  return { paths, leftOut: [...leftOut, ...countOthers(document, selection, elsewhere)] };
}

function selectOperation(
  document: JsonObject,
  selection: Selection,
  path: string,
  method: string,
  operation: JsonObject,
  leftOut: LeftOut[],
): JsonObject | undefined {
  const { include, exclude } = selection;
  const what = `${method.toUpperCase()} ${path}`;
  const refuse = (why: string): undefined => {
    leftOut.push({ what, why });
  };
  const values: [Criterion, readonly string[]][] = [
    ["methods", [method]],
    ["operations", asStrings([operation["operationId"]])],
    ["tags", asStrings(operation["tags"])],
  ];
  for (const [criterion, found] of values) {
    const wanted = include[criterion];
    const isMet = !wanted || found.some((value) => matches(criterion, wanted, value));
    if (!isMet) return refuse(`${describe(criterion, found)} is not among the ${criterion} of the selection`);
    const banned = found.find((value) => exclude[criterion]?.some((other) => matches(criterion, [other], value)));
    if (banned !== undefined) return refuse(`the selection excludes the ${nameOne(criterion)} ${banned}`);
  }
  const security = selectSecurity(operation["security"] ?? document["security"], selection);
  if (typeof security === "string") return refuse(security);
  const bodies = selectBodies(document, selection, what, operation, leftOut);
  if (typeof bodies === "string") return refuse(bodies);
  return operation["security"] === undefined ? bodies : { ...bodies, security };
}

/** The alternatives that are selected, or why no alternative is. */
export function selectSecurity(security: unknown, { include, exclude }: Selection): unknown {
  if (!Array.isArray(security) || security.length === 0) return security;
  const isAllowed = (name: string) =>
    (include.securitySchemes?.includes(name) ?? true) && !exclude.securitySchemes?.includes(name);
  const alternatives = security.map((requirement) => Object.keys(asObject(requirement)));
  const kept = security.filter((_, at) => alternatives[at]?.every(isAllowed));
  if (kept.length > 0) return kept;
  const found = alternatives.map((names) => names.join(" with ")).join(" or ");
  return `it needs ${found}, which is not among the security schemes of the selection`;
}

/** Whether operations of a path may be selected. */
export function meetsPath(path: string, { include, exclude }: Selection): boolean {
  const startsWithOne = (prefixes: readonly string[]) => prefixes.some((prefix) => path.startsWith(prefix));
  return startsWithOne(include.paths ?? ["/"]) && !startsWithOne(exclude.paths ?? []);
}

function countOthers(document: JsonObject, { include, exclude }: Selection, elsewhere: number): LeftOut[] {
  const webhooks = Object.keys(fieldOf(document, "webhooks")).length;
  const rule = exclude.paths ? `, or with ${exclude.paths.join(" or ")}` : "";
  const others: [number, string, string][] = [
    [elsewhere, "operation", `the path does not start with ${(include.paths ?? ["/"]).join(" or ")}${rule}`],
    [webhooks, "webhook", "the SDK makes calls and does not receive any"],
  ];
  return others.flatMap(([number, noun, why]) =>
    number > 0 ? [{ what: `${number} ${noun}${number === 1 ? "" : "s"}`, why }] : [],
  );
}

/** Methods in any case: a specification has them in lower case, people write them in upper case. */
function matches(criterion: Criterion, wanted: readonly string[], value: string): boolean {
  return wanted.some((one) => (criterion === "methods" ? one.toLowerCase() === value : one === value));
}

function describe(criterion: Criterion, found: readonly string[]): string {
  return found.length === 0 ? `no ${nameOne(criterion)}` : `${nameOne(criterion)} ${found.join(", ")}`;
}

function nameOne(criterion: Criterion): string {
  return criterion.slice(0, -1);
}

function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
