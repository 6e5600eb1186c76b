import type { OperationTableRow } from "./operation-table-row.ts";

/** A revision of the API, as a client needs it at run time. */
export interface Revision {
  /** Where the API is served in production. */
  readonly baseUrl: string;
  readonly apiVersion: string;
  /** The day of the specification, as `YYYY-MM-DD`; undefined if the specification does not say it. */
  readonly date: string | undefined;
  /** Advice for a sign-in that production refuses because the live API has moved on; undefined if this line follows it. */
  readonly signInAdvice: string | undefined;
  readonly operationTable: Readonly<Record<string, OperationTableRow>>;
}
