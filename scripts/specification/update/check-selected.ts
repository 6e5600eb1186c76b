import { DocumentError, findBrokenParts, keysOfPointer, type Problem, valueAt } from "@grid-sdk/openapi";
import type { Source } from "@grid-sdk/openapi/parse";
import { readIfPossible } from "../source/read-if-possible.ts";
import { extractFragment } from "./extract-fragment.ts";
import { meetsPath } from "./select-operations.ts";
import type { Selection } from "./selection.ts";

/**
 * Throws a `DocumentError` if something that is selected cannot be read. Gives the problems of the rest, which may be
 * broken.
 */
export function checkSelected(source: Source, selection: Selection): Problem[] {
  const broken = findBrokenParts(source.document);
  if (broken.length === 0) return [];
  const isSelected = findSelected(source, selection);
  const selected = broken.filter(isSelected);
  if (selected.length > 0)
    throw new DocumentError(`${source.name} has parts that cannot be read.`, source.place(selected));
  return source.place(broken);
}

/** Whether a problem is in what is selected; if that cannot be extracted, whether it is in a path that may be. */
function findSelected({ document }: Source, selection: Selection): (problem: Problem) => boolean {
  const extract = readIfPossible(() => extractFragment(document, selection));
  if (extract) return ({ pointer }) => valueAt(extract.fragment, keysOfPointer(pointer)) !== undefined;
  return ({ pointer }) => {
    const [root, path = ""] = keysOfPointer(pointer);
    return root !== "paths" || meetsPath(path, selection);
  };
}
