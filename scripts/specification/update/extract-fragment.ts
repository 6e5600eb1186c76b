import {
  asObject,
  fieldOf,
  type JsonObject,
  type Keys,
  keysOfRef,
  listRefs,
  METHODS,
  type Problem,
} from "@grid-sdk/openapi";
import type { LeftOut } from "./left-out.ts";
import { selectOperations, selectSecurity } from "./select-operations.ts";
import { type Selection, SELECTION_PATH } from "./selection.ts";

/** Fields of the document that the fragment has unchanged. */
const KEPT = ["openapi", "jsonSchemaDialect", "info", "servers", "security", "externalDocs"];

export interface Extract {
  readonly fragment: JsonObject;
  /** What the fragment needs and cannot have. */
  readonly problems: readonly Problem[];
  /** What of the document is not in the fragment, and why. */
  readonly leftOut: readonly LeftOut[];
}

/** The selected operations of a document and everything that they reference, discriminators' targets included. */
export function extractFragment(document: JsonObject, selection: Selection): Extract {
  const { paths, leftOut } = selectOperations(document, selection);
  const security = selectSecurity(document["security"], selection);
  // A text says why no alternative is selected: then no selected operation relies on it.
  const own = typeof security === "string" ? undefined : security;
  const { fragment, problems } = keepUsed({ ...document, paths, security: own });
  if (Object.keys(paths).length > 0) return { fragment, problems, leftOut };
  const rules = Object.entries(selection.include).map(([criterion, values]) => `${criterion}: ${values.join(", ")}`);
  const message = `${SELECTION_PATH} selects no operation (${rules.join("; ")}): there is nothing to extract.`;
  return { fragment, problems: [{ pointer: "/paths", message }, ...problems], leftOut };
}

/** A document with only the tags and components that its operations use. */
export function keepUsed(document: JsonObject): Pick<Extract, "fragment" | "problems"> {
  const paths = fieldOf(document, "paths");
  const problems: Problem[] = [];
  const components = collectComponents(document, paths, problems);
  const kept = KEPT.flatMap((field) => (document[field] === undefined ? [] : [[field, document[field]] as const]));
  const tags = selectTags(document, Object.values(paths));
  const fragment = {
    ...Object.fromEntries(kept),
    ...(tags.length > 0 && { tags }),
    paths,
    ...(Object.keys(components).length > 0 && { components }),
  };
  return { fragment, problems };
}

function selectTags(document: JsonObject, items: readonly unknown[]): unknown[] {
  const used = new Set(
    items.flatMap((item) => METHODS.flatMap((method) => asArray(fieldOf(asObject(item), method)["tags"]))),
  );
  return asArray(document["tags"]).filter((tag) => used.has(asObject(tag)["name"]));
}

function collectComponents(document: JsonObject, paths: JsonObject, problems: Problem[]): JsonObject {
  const components: Record<string, JsonObject> = {};
  const source = fieldOf(document, "components");
  const queue: { readonly value: unknown; readonly keys: Keys }[] = [{ value: paths, keys: ["paths"] }];

  const add = (kind: string, name: string): void => {
    const found = fieldOf(source, kind)[name];
    const added = (components[kind] ??= {});
    if (found === undefined || name in added) return;
    added[name] = found;
    queue.push({ value: found, keys: ["components", kind, name] });
  };
  for (const scheme of listSchemes(document, paths)) add("securitySchemes", scheme);
  for (const { value, keys } of queue) {
    for (const ref of listRefs(value, keys)) {
      const [root, kind, name] = keysOfRef(ref) ?? [];
      if (root === "components" && kind !== undefined && name !== undefined) add(kind, name);
      else if (!(root === "paths" && kind !== undefined && kind in paths)) {
        const message = `${ref} is referenced by a selected path, but is neither a component nor selected itself.`;
        problems.push({ pointer: ref.slice(1), message });
      }
    }
  }
  return components;
}

function listSchemes(document: JsonObject, paths: JsonObject): string[] {
  const operations = Object.values(paths).flatMap((item) => METHODS.map((method) => fieldOf(asObject(item), method)));
  const requirements = [document["security"], ...operations.map(({ security }) => security)].flatMap(asArray);
  return requirements.flatMap((requirement) => Object.keys(asObject(requirement)));
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
