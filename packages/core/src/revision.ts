import type { OperationTableRow } from "./operation-table-row.ts";

/** A revision of the API, as a client needs it at run time. */
export interface Revision {
  /** Where the API is served in production. */
  readonly baseUrl: string;
  readonly apiVersion: string;
  /** The day of the specification, as `YYYY-MM-DD`; undefined if the specification does not say it. */
  readonly date: string | undefined;
  /** The name of the line that the live API has moved on to; undefined if this one follows it. */
  readonly supersededBy: string | undefined;
  readonly operationTable: Readonly<Record<string, OperationTableRow>>;
}
