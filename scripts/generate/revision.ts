/** What a client knows of a line at run time, in one value. */
export function deriveRevision(supersededBy: string | undefined): string {
  return `import type { Revision } from "../../revision.ts";
import { API_VERSION, BASE_URL, SPECIFICATION_DATE } from "./constants.ts";
import { operationTable } from "./operation-table.ts";

/** The revision of the API that a client speaks. */
export const revision = {
  baseUrl: BASE_URL,
  apiVersion: API_VERSION,
  date: SPECIFICATION_DATE,
  supersededBy: ${JSON.stringify(supersededBy)},
  operationTable,
} as const satisfies Revision;
`;
}
