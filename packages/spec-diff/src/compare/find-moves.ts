import type { Change } from "../judge/change.ts";
import type { Context, Part } from "../judge/context.ts";
import { kindOf } from "../facts/facts.ts";
import { ownerOf } from "../read/descriptions.ts";
import { bodyOfPart, listProperties } from "../read/find-part.ts";
import type { Revision } from "../read/revision.ts";
import type { Nodes } from "../read/schema-node.ts";
import { viewSchemas } from "../read/schema-view.ts";

const BODY: Part = { kind: "body" };

/**
 * The changes, with a note on a property that is gone from one request if another request has one with its name and type
 * now. It may be the same property, and code that only stops sending it may send too little.
 */
export function findMoves(changes: readonly Change[], before: Revision, after: Revision): Change[] {
  return changes.map((change) => {
    if (change.kind !== "property-removed" || !change.contexts.some(({ part }) => part.kind === "body")) return change;
    const was = listProperties(ownerOf(before, change.place, change.contexts[0])).get(change.subject);
    const homes = was ? listHomes(changes, change, was, after) : [];
    if (homes.length === 0) return change;
    const fact = { kind: "property-moved", operations: homes.map(({ operation }) => operation) } as const;
    return { ...change, kind: kindOf(fact), fact };
  });
}

/** The bodies of other requests that have the property now, and did not have it before. */
function listHomes(changes: readonly Change[], { subject, contexts }: Change, was: Nodes, after: Revision): Context[] {
  const own = new Set(contexts.map(({ operation }) => operation));
  const added = changes.flatMap((other) => {
    if (other.kind === "body-added" || other.kind === "operation-added")
      return other.contexts.map(({ operation }) => ({ operation, part: BODY }));
    const isAdded = other.kind === "property-added" || other.kind === "required-property-added";
    return isAdded && other.subject === subject ? other.contexts : [];
  });
  const homes = added.filter(({ operation, part }) => {
    if (part.kind !== "body" || own.has(operation)) return false;
    const is = listProperties(bodyOfPart(after, { operation, part })).get(subject);
    return is !== undefined && typeOf(is) === typeOf(was);
  });
  // Existing operations come before new ones.
  const isNew = ({ operation }: Context) =>
    changes.some(({ kind, subject: name }) => kind === "operation-added" && name === operation);
  const known = homes.filter((home) => !isNew(home));
  return [...new Map((known.length > 0 ? known : homes).map((home) => [home.operation, home])).values()];
}

function typeOf(nodes: Nodes): string {
  return [...(viewSchemas(nodes).types ?? [])].toSorted().join();
}
