import { contextAt, fieldOf, isJsonObject, type JsonObject, keysOfRef, withoutDocumentation } from "@grid-sdk/openapi";
import { describeDocument } from "../../generate/unordered.ts";
import { findObjects } from "./find-texts.ts";

/** A component's reference in the new document -> its reference in ours. */
type Renamed = ReadonlyMap<string, string>;

/**
 * Finds components of ours that the new document has under another name: by their structure, then by what refers to
 * them. `toFormer` leads from a place of the new document to ours. Ignores what could be two things.
 */
export function findRenamedComponents(
  ours: JsonObject,
  next: JsonObject,
  toFormer: (place: string, renamed: Renamed) => string,
): Renamed {
  const renamed = new Map<string, string>();
  const [before, after] = [listComponents(ours), listComponents(next)];
  const gone = new Set([...before.keys()].filter((ref) => !after.has(ref)));
  const come = new Set([...after.keys()].filter((ref) => !before.has(ref)));
  const accept = (pairs: readonly Pair[]): boolean => {
    const sure = pairs.filter(([is, was]) => pairs.every((pair) => (pair[0] === is) === (pair[1] === was)));
    for (const [is, was] of sure) {
      renamed.set(is, was);
      come.delete(is);
      gone.delete(was);
    }
    return sure.length > 0;
  };
  const pairByStructure = (): Pair[] => {
    const structures = [...gone].map((was) => [was, describe(was, before, new Map())] as const);
    return [...come].flatMap((is) => {
      const structure = describe(is, after, renamed);
      return structures.flatMap(([was, other]): Pair[] =>
        other === structure && IDENTIFYING.test(other) ? [[is, was]] : [],
      );
    });
  };
  const pairByUse = (): Pair[] => {
    const uses = listUses(ours);
    return [...listUses(next)].flatMap(([place, refs]): Pair[] => {
      const [is, ...others] = refs.filter((ref) => come.has(ref));
      const [was, ...rivals] = (uses.get(toFormer(place, renamed)) ?? []).filter((ref) => gone.has(ref));
      return is !== undefined && was !== undefined && others.length + rivals.length === 0 ? [[is, was]] : [];
    });
  };
  while (come.size > 0 && gone.size > 0 && (accept(pairByStructure()) || accept(pairByUse()))) continue;
  return renamed;
}

/** Structures with one of these identify a component; two plain strings do not have to be the same thing. */
const IDENTIFYING = /"(?:properties|enum|const|pattern|name|\$ref)":/;

type Pair = readonly [is: string, was: string];

function listComponents(document: JsonObject): Map<string, unknown> {
  return new Map(
    Object.entries(fieldOf(document, "components")).flatMap(([kind, components]) =>
      Object.entries(isJsonObject(components) ? components : {}).map(
        ([name, component]) => [`#/components/${kind}/${name}`, component] as const,
      ),
    ),
  );
}

/** The structure of a component as a text, with the former names of itself and of what was renamed. */
function describe(ref: string, components: ReadonlyMap<string, unknown>, renamed: Renamed): string {
  const keys = keysOfRef(ref) ?? [];
  const structure = withoutDocumentation(components.get(ref), contextAt(keys));
  const named = JSON.stringify(structure, (_, value: unknown) =>
    typeof value === "string" ? (value === ref ? "#" : (renamed.get(value) ?? value)) : value,
  );
  return `${keys[1]} ${describeDocument(JSON.parse(named))}`;
}

/** The references of a document by their places; those of one list are together at its place. */
function listUses(document: JsonObject): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const { pointer, keys, object } of findObjects(document)) {
    const { $ref: ref } = object;
    if (typeof ref !== "string") continue;
    const isInList = typeof keys.at(-1) === "number";
    const place = isInList ? pointer.slice(0, pointer.lastIndexOf("/")) : pointer;
    uses.set(place, [...(uses.get(place) ?? []), ref]);
  }
  return uses;
}
