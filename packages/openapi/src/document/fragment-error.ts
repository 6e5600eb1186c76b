/** Something that is wrong with a document, and where. */
export interface FragmentProblem {
  /** A JSON pointer into the document. */
  readonly pointer: string;
  /** From 1; undefined where no line is known. */
  readonly line?: number | undefined;
  readonly message: string;
}

/** A document that cannot be used. The message names every problem; `problems` has them one by one where they are known. */
export class FragmentError extends Error {
  override readonly name = "FragmentError";
  readonly problems: readonly FragmentProblem[];

  constructor(message: string, problems: readonly FragmentProblem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** One problem with its line and pointer. */
export function describeProblem({ pointer, line, message }: FragmentProblem): string {
  const at = [line === undefined ? "" : `line ${line}`, pointer].filter(Boolean).join(", ");
  return `${at}${at ? ": " : ""}${message}`;
}
