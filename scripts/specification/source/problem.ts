import { describeProblem } from "@grid-sdk/openapi";

/** Something that is wrong with a document, and where. */
export interface Problem {
  /** A JSON pointer into the document; empty where the document cannot be read at all. */
  readonly pointer: string;
  /** From 1; undefined where no line can be named. */
  readonly line: number | undefined;
  readonly message: string;
}

/** A document that cannot be used, with everything that is wrong with it. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** The error as lines of text: what is wrong, then each problem with its line and pointer. */
export function describeSourceError({ message, problems }: SourceError): string {
  return [message, ...problems.map((problem) => `  ${describeProblem(problem)}`)].join("\n");
}
