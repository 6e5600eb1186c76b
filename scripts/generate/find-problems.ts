import { checkSchemas } from "./check-schemas.ts";
import { deriveConstants } from "./constants.ts";
import { FragmentError, type FragmentProblem, type JsonObject } from "./fragment.ts";
import { readOperations } from "./list-operations.ts";
import { prepareDocument } from "./prepare-document.ts";
import { nameSchemas } from "./type-names.ts";

/** Everything in a document that the SDK cannot express, by pointer; nothing if its types can be derived. */
export function findProblems(document: JsonObject): readonly FragmentProblem[] {
  const { operations, problems } = readOperations(document);
  const ids = operations.map(({ operationId }) => operationId);
  const found = [...problems, ...deriveConstants(document).problems, ...checkSchemas(document)];
  const named = found.length > 0 ? document : prepare(document, found);
  return [...found, ...nameSchemas(named, ids).problems];
}

/** The names that preparation gives are judged as well, where it can be done. */
function prepare(document: JsonObject, problems: FragmentProblem[]): JsonObject {
  try {
    return prepareDocument(document);
  } catch (error) {
    if (!(error instanceof FragmentError)) throw error;
    problems.push(...error.problems);
    return document;
  }
}
