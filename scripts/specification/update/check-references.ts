import { FragmentError, pointerTo, valueAt } from "@grid-sdk/openapi";
import { type BrokenRef, findBrokenRefs } from "../source/find-broken-refs.ts";
import type { Source } from "../source/parse-source.ts";
import { type Problem, SourceError } from "../source/problem.ts";
import { extractFragment } from "./extract-fragment.ts";
import type { Selection } from "./selection.ts";

/**
 * Refuses a document of which something that is selected has references that lead nowhere. Gives those of the rest,
 * which need not be sound. Throws a `SourceError`.
 */
export function checkReferences(source: Source, name: string, selection: Selection): Problem[] {
  const broken = findBrokenRefs(source.document);
  if (broken.length === 0) return [];
  const isTaken = findTaken(source, selection);
  const locate = ({ keys, message }: BrokenRef) => ({ pointer: pointerTo(keys), line: source.locate(keys), message });
  const taken = broken.filter(isTaken).map(locate);
  if (taken.length > 0) throw new SourceError(`${name} has references that lead nowhere.`, taken);
  return broken.map(locate);
}

/** Whether a reference is in what is selected; where that cannot be taken out, whether it is in a path that may be. */
function findTaken({ document }: Source, selection: Selection): (ref: BrokenRef) => boolean {
  try {
    const { fragment } = extractFragment(document, selection);
    return ({ keys }) => valueAt(fragment, keys) !== undefined;
  } catch (error) {
    if (!(error instanceof FragmentError)) throw error;
    const prefixes = selection.include.paths ?? ["/"];
    return ({ keys: [root, path] }) => root !== "paths" || prefixes.some((prefix) => String(path).startsWith(prefix));
  }
}
