import type { Change } from "../judge/change.ts";
import { kindOf } from "../facts/facts.ts";
import { ownerOf } from "../read/descriptions.ts";
import { bodyOfPart, listProperties } from "../read/find-part.ts";
import type { Revision } from "../read/revision.ts";
import type { Nodes } from "../read/schema-node.ts";
import { viewSchemas } from "../read/schema-view.ts";

/**
 * The changes, with a note on a property that is gone from one request if another request has one with its name and type
 * now. It may be the same property, and code that only stops sending it may send too little.
 */
export function findMoves(changes: readonly Change[], before: Revision, after: Revision): Change[] {
  return changes.map((change) => {
    if (change.kind !== "property-removed" || !change.contexts.some(({ part }) => part.kind === "body")) return change;
    const was = listProperties(ownerOf(before, change.place, change.contexts[0])).get(change.subject);
    const operations = was ? listHomes(changes, change, was, after) : [];
    if (operations.length === 0) return change;
    const fact = { kind: "property-moved", operations } as const;
    return { ...change, kind: kindOf(fact), fact };
  });
}

/** The operations whose requests have the property now, and did not have it before. Existing ones come before new ones. */
function listHomes(changes: readonly Change[], { subject, contexts }: Change, was: Nodes, after: Revision): string[] {
  const own = new Set(contexts.map(({ operation }) => operation));
  const added = changes.flatMap((other) => {
    if (other.kind === "body-added" || other.kind === "operation-added") return other.contexts;
    const isAdded = other.kind === "property-added" || other.kind === "required-property-added";
    return isAdded && other.subject === subject ? other.contexts.filter(({ part }) => part.kind === "body") : [];
  });
  const homes = new Set(added.map(({ operation }) => operation).filter((operation) => !own.has(operation)));
  const found = [...homes].filter((operation) => {
    const is = listProperties(bodyOfPart(after, { operation, part: { kind: "body" } })).get(subject);
    return is !== undefined && typeOf(is) === typeOf(was);
  });
  const isNew = (name: string) => changes.some((other) => other.kind === "operation-added" && other.subject === name);
  const existing = found.filter((name) => !isNew(name));
  return existing.length > 0 ? existing : found;
}

function typeOf(nodes: Nodes): string {
  return [...(viewSchemas(nodes).types ?? [])].toSorted().join();
}
