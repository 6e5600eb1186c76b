import { DocumentError, type Keys, pointerTo, type Problem } from "@grid-sdk/openapi";

/** Reports a problem at the keys. */
export type Report = (keys: Keys, message: string) => void;

/** The problems of a `DocumentError`. Throws any other error. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof DocumentError)) throw error;
  return error.problems.length > 0 ? error.problems : [{ pointer: "", message: error.message }];
}

/** The problems that `check` reports, each once: a path item is checked for each of its operations. */
export function collectProblems(check: (report: Report) => void): Problem[] {
  const problems = new Map<string, Problem>();
  check((keys, message) => {
    const problem = { pointer: pointerTo(keys), message };
    problems.set(JSON.stringify(problem), problem);
  });
  return [...problems.values()];
}
