/** Something that is wrong with a document, and where. */
export interface Problem {
  /** A JSON pointer into the document; empty where the document cannot be read at all. */
  readonly pointer: string;
  /** The file or URL of the document; undefined where it is not known. */
  readonly file?: string | undefined;
  /** From 1; undefined where it is not known. */
  readonly line?: number | undefined;
  readonly message: string;
}

/**
 * A document that cannot be used. The message is the summary, then each problem on a line of its own, with its place.
 * A `TypeError`, because the document is what the caller passed.
 */
export class DocumentError extends TypeError {
  override readonly name = "DocumentError";
  readonly summary: string;
  readonly problems: readonly Problem[];

  constructor(summary: string, problems: readonly Problem[] = []) {
    super([summary, ...problems.map((problem) => `  ${describeProblem(problem)}`)].join("\n"));
    this.summary = summary;
    this.problems = problems;
  }
}

/** One problem as a line: `openapi/latest/upstream.yaml:12, /info/version: info.version is missing.` */
export function describeProblem({ pointer, file, line, message }: Problem): string {
  const place = file === undefined ? line && `line ${line}` : [file, line].filter(Boolean).join(":");
  const at = [place, pointer].filter(Boolean).join(", ");
  return at ? `${at}: ${message}` : message;
}
