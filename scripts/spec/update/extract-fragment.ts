import { isJsonObject, type JsonObject, keysOfRef, refOfTarget } from "@grid-sdk/contract";
import type { Problem } from "../source/problem.ts";
import type { Selection } from "./selection.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
/** Fields of the document that are the fragment's as they stand. */
const KEPT = ["openapi", "info", "servers", "security", "externalDocs"];

export interface Extract {
  readonly fragment: JsonObject;
  /** What the fragment would need and cannot take along. */
  readonly problems: readonly Omit<Problem, "line">[];
}

/** The selected paths of a document and everything that they reference, discriminators' targets included. */
export function extractFragment(document: JsonObject, { paths, dialect }: Selection): Extract {
  const selected = Object.entries(asObject(document["paths"])).filter(([path]) =>
    paths.some((prefix) => path.startsWith(prefix)),
  );
  const problems: Omit<Problem, "line">[] = [];
  if (selected.length === 0) {
    problems.push({
      pointer: "/paths",
      message: `No path starts with ${paths.join(" or ")}: there is nothing to take.`,
    });
  }
  const components = collectComponents(document, Object.fromEntries(selected), problems);
  const kept = KEPT.filter((field) => document[field] !== undefined).map((field) => [field, document[field]] as const);
  const tags = selectTags(
    document,
    selected.map(([, item]) => item),
  );
  return {
    fragment: {
      ...Object.fromEntries(kept),
      jsonSchemaDialect: dialect,
      ...(tags.length > 0 && { tags }),
      paths: Object.fromEntries(selected),
      ...(Object.keys(components).length > 0 && { components }),
    },
    problems,
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
  const queue: unknown[] = [paths];

  const take = (kind: string, name: string): void => {
    const found = asObject(source[kind])[name];
    const taken = (components[kind] ??= {});
    if (found === undefined || name in taken) return;
    taken[name] = found;
    queue.push(found);
  };
  for (const scheme of listSchemes(document, paths)) take("securitySchemes", scheme);
  for (const value of queue) {
    for (const ref of listRefs(value)) {
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

/** Every `$ref` in a value, and every target of a discriminator; what an example holds is data. */
function listRefs(value: unknown, key = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => listRefs(item));
  if (!isJsonObject(value)) return [];
  const { $ref: ref, discriminator } = value;
  const refs = typeof ref === "string" ? [ref] : [];
  const targets = Object.values(asObject(asObject(discriminator)["mapping"])).map((target) =>
    refOfTarget(String(target)),
  );
  const inner = Object.entries(value).flatMap(([field, item]) =>
    (field === "example" || field === "value" || field === "default") && key !== "properties"
      ? []
      : listRefs(item, field),
  );
  return [...refs, ...targets, ...inner];
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
