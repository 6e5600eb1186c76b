import { listParameters } from "@grid-sdk/openapi";
import type { Change } from "../judge/change.ts";
import type { Fact } from "../facts/facts.ts";
import { constantOf } from "../read/constant-of.ts";
import {
  describeBody,
  describeComponent,
  describeNodes,
  describeObject,
  describeOperation,
  nodesAt,
  ownerOf,
} from "../read/descriptions.ts";
import { bodyOfPart, findOperation, findPart } from "../read/find-part.ts";
import type { Revision } from "../read/revision.ts";
import { viewSchemas } from "../read/schema-view.ts";
import { instructs, listSentences, mentions, rankSentence } from "../read/sentences.ts";

/** So many sentences are quoted for one change: those that require most. */
const MOST_QUOTED = 3;
/** If more operations than these carry a change, their texts are about something else. */
const MOST_OPERATIONS = 3;

/** Kinds that have no text any more, or whose text says nothing else. */
const SILENT: ReadonlySet<Fact["kind"]> = new Set<Fact["kind"]>([
  "schema-added",
  "schema-removed",
  "example-removed",
  "server-added",
  "security-added",
]);

/** The changes, each with what the new revision says about it, if that may require something. */
export function quoteTexts(changes: readonly Change[], before: Revision, after: Revision): Change[] {
  return changes.map((change) => {
    if (change.level === "docs" || SILENT.has(change.fact.kind)) return change;
    const quotes = chooseQuotes(change, before, after);
    return quotes.length === 0 ? change : { ...change, quotes };
  });
}

interface Ranked {
  readonly sentence: string;
  readonly rank: number;
}

function chooseQuotes(change: Change, before: Revision, after: Revision): string[] {
  const cases = listCases(change, after);
  const own = subtract(listOwn(change, after), listOwn(change, before));
  const ofOwner = subtract(listOwner(change, after), listOwner(change, before));
  const beyond = subtract(listAround(change, after), listAround(change, before));
  // A sentence of the operation that names no case is not about this one.
  const ofCases = cases.length === 0 ? beyond : beyond.filter((one) => cases.some((name) => mentions(one, name)));
  const around = new Set([...ofOwner, ...ofCases].filter((one) => !own.includes(one)));
  // The subject is a value or a branch, not the place itself.
  const isValue = /^(?:enum-value|discriminator-value|branch)-/.test(change.fact.kind);
  const ranked = [
    ...own
      .filter((sentence) => !isValue || speaksOf(sentence, change))
      .flatMap((one) => rank(one, change, cases, false)),
    ...[...around].filter((sentence) => speaksOf(sentence, change)).flatMap((one) => rank(one, change, cases, true)),
  ];
  const chosen = new Set(ranked.toSorted((a, b) => a.rank - b.rank).slice(0, MOST_QUOTED));
  return ranked.filter((one) => chosen.has(one)).map(({ sentence }) => sentence);
}

/** Sentences that require something; for a breaking change also those that say what to do, or what the thing is. */
function rank(sentence: string, { level }: Change, cases: readonly string[], isAround: boolean): Ranked[] {
  const asked = rankSentence(sentence);
  const described = instructs(sentence) ? 3 : isAround ? undefined : 4;
  const found = asked ?? (level === "breaking" ? described : undefined);
  if (found === undefined) return [];
  // A sentence about the case that changed comes before one about all cases.
  const isOfCase = cases.some((name) => mentions(sentence, name));
  return [{ sentence, rank: found + (isAround && !isOfCase ? 1 : 0) - (isOfCase ? 3 : 0) }];
}

function speaksOf(sentence: string, { subject, fact, when }: Change): boolean {
  // A branch without a name is called by its values.
  const own = "when" in fact && subject === fact.when.values.join(" or ") ? fact.when.values : [subject];
  const names = [...own, ...(when?.values ?? [])];
  return names.some((name) => mentions(sentence, name));
}

/** The values of constants in the schema of a change: the cases that it is about. */
function listCases({ place, when }: Change, revision: Revision): readonly string[] {
  if (when) return when.values;
  const { properties } = viewSchemas(ownerOf(revision, place));
  return [...properties.values()].flatMap((nodes) => constantOf(nodes) ?? []);
}

function subtract(texts: readonly string[], known: readonly string[]): string[] {
  const old = new Set(known.flatMap(listSentences));
  return [...new Set(texts.flatMap(listSentences))].filter((sentence) => !old.has(sentence));
}

/** What a revision says about the changed thing itself. */
function listOwn({ kind, place, contexts, subject }: Change, revision: Revision): string[] {
  const [context] = contexts;
  if (kind === "branch-added") return describeComponent(revision, subject);
  if (place.component !== undefined || place.path.length > 0) return describeNodes(nodesAt(revision, place, context));
  if (!context) return [];
  if (kind === "operation-added") return describeOperation(revision, context);
  if (kind === "body-added") return describeBody(revision, context);
  if (kind === "status-added") return describeObject(findPart(revision, context));
  const listed = findOperation(revision, context.operation);
  const parameters = listed ? listParameters(revision.document, listed) : [];
  return parameters.filter(({ name }) => name === subject).flatMap(describeObject);
}

/** What a revision says about the component that contains it. */
function listOwner({ place }: Change, revision: Revision): string[] {
  return place.component === undefined ? [] : describeComponent(revision, place.component);
}

/** What a revision says about the operations that carry it, and their bodies. */
function listAround({ kind, contexts }: Change, revision: Revision): string[] {
  const operations = new Set(contexts.map(({ operation }) => operation));
  // A new operation is described by its own texts.
  if (kind === "operation-added" || operations.size > MOST_OPERATIONS) return [];
  return [
    ...contexts
      .filter(({ part }) => part.kind !== "operation")
      .flatMap((context) => describeObject(findPart(revision, context))),
    ...contexts.flatMap((context) => describeNodes(bodyOfPart(revision, context))),
    ...[...operations].flatMap((operation) =>
      describeObject(findPart(revision, { operation, part: { kind: "operation" } })),
    ),
  ];
}
