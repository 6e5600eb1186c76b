import { isJsonObject, type JsonObject, resolveRef } from "@grid-sdk/openapi";
import { copyDocument } from "../overlay/copy-document.ts";
import { findFormerPlaces, type FormerPlace } from "./find-former-places.ts";
import { findObjects, findTexts, type TextPlace } from "./find-texts.ts";
import { createWordFinder } from "./find-words.ts";
import { hashText } from "./hash-text.ts";
import { sortPlaces } from "./sort-places.ts";

export interface TextSources {
  /** Upstream's new document. */
  readonly next: JsonObject;
  /** The document that is checked in, with our words. */
  readonly ours: JsonObject | undefined;
  /** The hashes of upstream's texts that our words replace, by place. The places are those of `ours`. */
  readonly recorded: Readonly<Record<string, string>> | undefined;
}

export interface KeptTexts {
  /** The structure of `next`, with our words where they still apply. */
  readonly document: JsonObject;
  /** The hashes to record: one for each text of `next`, sorted by place. */
  readonly hashes: Record<string, string>;
  /** The places with upstream's words, because they are new or changed. */
  readonly taken: string[];
  /** The places in `ours` of texts that upstream never had, and that are not in `document`: what they describe is gone. */
  readonly lost: string[];
}

/**
 * Puts our words into a new document of upstream, wherever upstream's text has not changed. A text that we removed stays
 * removed, and one that we added stays. Without `ours` or `recorded` all words are upstream's. Does not change its
 * arguments.
 */
export function keepTexts({ next, ours: own, recorded: hashesOfOwn }: TextSources): KeptTexts {
  const document = copyDocument(next);
  const [ours, recorded] = own && hashesOfOwn ? [inlineParameters(own), hashesOfOwn] : [{}, {}];
  const toFormer = findFormerPlaces(ours, next);
  const findWords = createWordFinder(ours, recorded, toFormer);
  const hashes: Record<string, string> = {};
  const taken: string[] = [];
  for (const { pointer, owner, field } of findTexts(document)) {
    const hash = hashText(owner[field]);
    const words = findWords(pointer, hash);
    hashes[pointer] = words?.hash ?? hash;
    if (!words) taken.push(pointer);
    else if (words.text === undefined) delete owner[field];
    else owner[field] = copyDocument(words.text);
  }
  const { removed, lost } = keepAdditions(document, ours, recorded, hashes, toFormer);
  removeEmptyExamples(document);
  return { document, hashes: sortPlaces({ ...hashes, ...removed }), taken, lost };
}

/**
 * Adds the texts that we added where upstream has none. Gives the hashes of texts that we removed and that the document
 * does not have, such as one that is ours; and the places of texts that we added to what is not there any more.
 */
function keepAdditions(
  document: JsonObject,
  ours: JsonObject,
  recorded: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
  toFormer: FormerPlace,
): { readonly removed: Readonly<Record<string, string>>; readonly lost: string[] } {
  const owners = new Map(findObjects(document).map((place) => [toFormer(place.pointer), place]));
  const formerlyKnown = new Set(Object.keys(known).map(toFormer));
  const own = findTexts(ours);
  const gone: TextPlace[] = [];
  for (const place of own) {
    const { pointer, owner: from, field } = place;
    if (formerlyKnown.has(pointer) || Object.hasOwn(recorded, pointer)) continue;
    const owner = owners.get(parentOf(pointer))?.object;
    if (owner) owner[field] = copyDocument(from[field]);
    else gone.push(place);
  }
  const places = new Set(own.map(({ pointer }) => pointer));
  const removed = Object.entries(recorded).flatMap(([place, hash]) => {
    const owner = owners.get(parentOf(place));
    const isRemoved = owner && !formerlyKnown.has(place) && !places.has(place);
    return isRemoved ? [[owner.pointer + place.slice(place.lastIndexOf("/")), hash] as const] : [];
  });
  const said = new Set(findTexts(document).map(({ owner, field }) => hashText(owner[field])));
  const lost = gone.filter(({ owner, field }) => !said.has(hashText(owner[field])));
  return { removed: Object.fromEntries(removed), lost: lost.map(({ pointer }) => pointer) };
}

/** Removes named examples of which nothing is left. */
function removeEmptyExamples(document: JsonObject): void {
  for (const { object } of findObjects(document)) {
    const { examples } = object;
    if (!isJsonObject(examples)) continue;
    for (const [name, example] of Object.entries(examples)) {
      if (isJsonObject(example) && Object.keys(example).length === 0) delete examples[name];
    }
    if (Object.keys(examples).length === 0) delete object["examples"];
  }
}

/** A copy with parameters written out where they are used, as upstream writes them. */
function inlineParameters(ours: JsonObject): JsonObject {
  const copy = copyDocument(ours);
  for (const { object } of findObjects(copy)) {
    const { parameters } = object;
    if (!Array.isArray(parameters)) continue;
    (object as Record<string, unknown>)["parameters"] = parameters.map((parameter: unknown) =>
      isJsonObject(parameter) ? copyDocument(resolveRef(ours, parameter)) : parameter,
    );
  }
  return copy;
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}
