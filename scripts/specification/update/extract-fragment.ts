import { isJsonObject, type JsonObject, type Keys, keysOfRef, METHODS } from "@grid-sdk/openapi";
import { listRefs } from "../source/list-refs.ts";
import type { Problem } from "../source/problem.ts";
import type { LeftOut } from "./left-out.ts";
import { selectOperations, selectSecurity } from "./select-operations.ts";
import { type Selection, SELECTION_PATH } from "./selection.ts";

/** Fields of the document that are the fragment's as they stand. */
const KEPT = ["openapi", "jsonSchemaDialect", "info", "servers", "security", "externalDocs"];

export interface Extract {
  readonly fragment: JsonObject;
  /** What the fragment would need and cannot take along. */
  readonly problems: readonly Omit<Problem, "line">[];
  /** What of the document is not in the fragment, and why. */
  readonly leftOut: readonly LeftOut[];
}

/** The selected operations of a document and everything that they reference, discriminators' targets included. */
export function extractFragment(document: JsonObject, selection: Selection): Extract {
  const { paths, leftOut } = selectOperations(document, selection);
  const problems: Omit<Problem, "line">[] = [];
  if (Object.keys(paths).length === 0) {
    const rules = Object.entries(selection.include).map(([criterion, values]) => `${criterion}: ${values.join(", ")}`);
    const message = `${SELECTION_PATH} selects no operation (${rules.join("; ")}): there is nothing to take.`;
    problems.push({ pointer: "/paths", message });
  }
  const security = selectSecurity(document["security"], selection);
  // A text says why no alternative is selected: then no operation that is left relies on it.
  const selected: JsonObject = { ...document, security: typeof security === "string" ? undefined : security };
  const components = collectComponents(selected, paths, problems);
  const kept = KEPT.flatMap((field) => (selected[field] === undefined ? [] : [[field, selected[field]] as const]));
  const tags = selectTags(document, Object.values(paths));
  return {
    fragment: {
      ...Object.fromEntries(kept),
      ...(tags.length > 0 && { tags }),
      paths,
      ...(Object.keys(components).length > 0 && { components }),
    },
    problems,
    leftOut,
  };
}

function selectTags(document: JsonObject, items: readonly unknown[]): unknown[] {
  const used = new Set(
    items.flatMap((item) => METHODS.flatMap((method) => asArray(asObject(asObject(item)[method])["tags"]))),
  );
  return asArray(document["tags"]).filter((tag) => used.has(asObject(tag)["name"]));
}

function collectComponents(document: JsonObject, paths: JsonObject, problems: Omit<Problem, "line">[]): JsonObject {
  const components: Record<string, JsonObject> = {};
  const source = asObject(document["components"]);
  const queue: { readonly value: unknown; readonly keys: Keys }[] = [{ value: paths, keys: ["paths"] }];

  const take = (kind: string, name: string): void => {
    const found = asObject(source[kind])[name];
    const taken = (components[kind] ??= {});
    if (found === undefined || name in taken) return;
    taken[name] = found;
    queue.push({ value: found, keys: ["components", kind, name] });
  };
  for (const scheme of listSchemes(document, paths)) take("securitySchemes", scheme);
  for (const { value, keys } of queue) {
    for (const ref of listRefs(value, keys)) {
      const [root, kind, name] = keysOfRef(ref) ?? [];
      if (root === "components" && kind !== undefined && name !== undefined) take(kind, name);
      else if (!(root === "paths" && kind !== undefined && kind in paths)) {
        const message = `${ref} is referenced by a selected path, but is neither a component nor selected itself.`;
        problems.push({ pointer: ref.slice(1), message });
      }
    }
  }
  return components;
}

function listSchemes(document: JsonObject, paths: JsonObject): string[] {
  const operations = Object.values(paths).flatMap((item) => METHODS.map((method) => asObject(asObject(item)[method])));
  const requirements = [document["security"], ...operations.map(({ security }) => security)].flatMap(asArray);
  return requirements.flatMap((requirement) => Object.keys(asObject(requirement)));
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
