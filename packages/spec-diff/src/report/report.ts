import type { Problem } from "@grid-sdk/openapi";
import type { Output } from "@grid-sdk/terminal";
import type { Change } from "../judge/change.ts";

/** What is reported: every renderer gets the same. */
export interface Report {
  readonly changes: readonly Change[];
  /** Undefined where two documents are compared that are not a line's. */
  readonly revision?: RevisionOfLine | undefined;
  /** Undefined where two documents are only compared. */
  readonly update?: Update | undefined;
}

/** The revision of a line that the changes lead to. */
export interface RevisionOfLine {
  readonly line: { readonly name: string; readonly entry: string; readonly fragment: string };
  /** The day of the revision, if it is known. */
  readonly date: string | undefined;
  readonly apiVersion: string;
  /** Whether the default line has changes for the same release. */
  readonly hasDefaultChanged: boolean;
  /** The packages that have the line. */
  readonly packages: readonly string[];
  /** Where all of it can be read; without it, the changeset has all of it. */
  readonly pullRequest?: string | undefined;
}

/** What an update of a line changes, and what is left to do. These are fields of the JSON report. */
export interface Update {
  /** The paths of the files that it writes. */
  readonly files: readonly string[];
  readonly changeset: string | null;
  readonly dryRun: boolean;
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
  /** What our own style rules find. */
  readonly advice: readonly Problem[];
  /** Parts that cannot be read, in what is not selected. */
  readonly unsound: readonly Problem[];
  /** The places of the API's new texts, of its examples that ours replace, and of our texts that have no place now. */
  readonly taken: readonly string[];
  readonly replaced: readonly string[];
  readonly lost: readonly string[];
  readonly leftToDo: readonly string[];
}

/** A report as text. */
export type Render = (report: Report, output: Output) => string;

/** The line and the day of a revision. */
export function nameRevision({ line, date }: Pick<RevisionOfLine, "line" | "date">): string {
  return `Line \`${line.name}\`, revision of ${date ?? "an unknown day"}`;
}
