import {
  fieldOf,
  isJsonObject,
  type JsonObject,
  keysOfRef,
  listEndpoints,
  resolveRef,
  withoutDocumentation,
} from "@grid-sdk/openapi";
import { describeDocument } from "../../generate/unordered.ts";
import { copyDocument } from "../overlay/copy-document.ts";

/** A parameter of the new document that our document refers to as a component. */
interface Use {
  readonly list: unknown[];
  readonly at: number;
  readonly parameter: JsonObject;
}

/**
 * The document with parameters as components if `ours` has them as such: the API writes them out at each operation. A
 * parameter of another structure stays where it is. If the words differ between operations, the component has ours, and a
 * parameter with other words stays where it is.
 */
export function keepParameterRefs(document: JsonObject, ours: JsonObject): JsonObject {
  const kept = copyDocument(document);
  const components: Record<string, unknown> = { ...fieldOf(fieldOf(kept, "components"), "parameters") };
  for (const [name, uses] of findUses(kept, ours)) {
    const own = fieldOf(fieldOf(ours, "components"), "parameters")[name];
    const isFree = components[name] === undefined;
    const component = uses.find(({ parameter }) => isSame(parameter, own))?.parameter ?? uses[0]?.parameter;
    if (!isFree || component === undefined) continue;
    components[name] = component;
    for (const { list, at, parameter } of uses)
      if (isSame(parameter, component)) list[at] = { $ref: `#/components/parameters/${name}` };
  }
  if (Object.keys(components).length === 0) return kept;
  return { ...kept, components: { ...fieldOf(kept, "components"), parameters: components } };
}

/** The parameters of the document that a component of ours can replace, by the component's name. */
function findUses(document: JsonObject, ours: JsonObject): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const holders = listHolders(ours);
  for (const [key, holder] of listHolders(document)) {
    const list = listOf(holder);
    for (const [at, parameter] of list.entries()) {
      if (!isJsonObject(parameter) || typeof parameter["$ref"] === "string") continue;
      const name = findComponent(ours, holders.get(key) ?? {}, parameter);
      if (name !== undefined) uses.set(name, [...(uses.get(name) ?? []), { list, at, parameter }]);
    }
  }
  return uses;
}

/** The component that an operation of ours refers to for that parameter, if it has the same structure. */
function findComponent(ours: JsonObject, holder: JsonObject, parameter: JsonObject): string | undefined {
  for (const own of listOf(holder)) {
    if (!isJsonObject(own) || typeof own["$ref"] !== "string") continue;
    const [root, kind, name] = keysOfRef(own["$ref"]) ?? [];
    const component = resolveRef(ours, own);
    const isParameter = root === "components" && kind === "parameters";
    if (isParameter && isSame(withoutDocumentation(component), withoutDocumentation(parameter))) return name;
  }
  return undefined;
}

/** The objects with parameters: operations by their ids, paths by their templates. */
function listHolders(document: JsonObject): Map<string, JsonObject> {
  return new Map(
    listEndpoints(document).flatMap(({ path, method, pathItem, operation }): [string, JsonObject][] => [
      [path, pathItem],
      [String(operation["operationId"] ?? `${method} ${path}`), operation],
    ]),
  );
}

function listOf({ parameters }: JsonObject): unknown[] {
  return Array.isArray(parameters) ? parameters : [];
}

function isSame(one: unknown, other: unknown): boolean {
  return describeDocument(one) === describeDocument(other);
}
