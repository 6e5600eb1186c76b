/** The value with everything that a client needs of a line at run time. */
export function deriveRevision(date: string, supersededBy: string | undefined): string {
  const advice = supersededBy === undefined ? undefined : `(this client speaks ${date}; see docs/lines.md)`;
  return `import type { Revision } from "../../revision.ts";
import { API_VERSION, BASE_URL, SPECIFICATION_DATE } from "./constants.ts";
import { operationTable } from "./operation-table.ts";

/** The revision of the API that a client uses. */
export const revision = {
  baseUrl: BASE_URL,
  apiVersion: API_VERSION,
  date: SPECIFICATION_DATE,
  signInAdvice: ${JSON.stringify(advice)},
  operationTable,
} as const satisfies Revision;
`;
}
