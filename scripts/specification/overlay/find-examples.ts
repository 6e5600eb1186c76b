import { type JsonObject } from "@grid-sdk/openapi";
import { findObjects } from "../texts/find-texts.ts";
import { OBJECT_KINDS } from "../texts/object-kinds.ts";

/** Whether a field of an object is one example, or a list of examples, that is replaced as a whole. */
export type IsExample = (owner: JsonObject, field: string) => boolean;

/** Finds the examples of a document in which no object occurs twice. An example is data, and has no examples within. */
export function findExamples(document: JsonObject): IsExample {
  const named = new Set<unknown>();
  const owners = new Map<JsonObject, ReadonlySet<string>>();
  for (const { object, kind } of findObjects(document)) {
    const { maps = {}, texts = [] } = OBJECT_KINDS[kind];
    for (const [field, kindInMap] of Object.entries(maps)) if (kindInMap === "example") named.add(object[field]);
    const fields = ["example", ...(maps["examples"] === undefined ? ["examples"] : [])];
    owners.set(object, new Set(kind === "example" ? texts : fields));
  }
  return (owner, field) => named.has(owner) || owners.get(owner)?.has(field) === true;
}
