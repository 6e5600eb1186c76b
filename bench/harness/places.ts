import { fileURLToPath } from "node:url";

const placeOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const ROOT = placeOf("");
export const FRAGMENT = placeOf("openapi/2026-04-23/grid-auth.yaml");
/** The peers' manifest, and every client's programs. */
export const CLIENTS_FOLDER = placeOf("bench/clients");
export const HEY_API_CLI = placeOf("bench/clients/node_modules/@hey-api/openapi-ts/bin/run.js");
export const OPENAPI_TYPESCRIPT_CLI = placeOf("bench/clients/node_modules/openapi-typescript/bin/cli.js");
export const ORVAL_CLI = placeOf("bench/clients/node_modules/orval/dist/bin/orval.mjs");
export const TSC = placeOf("bench/clients/node_modules/typescript/bin/tsc");
/** The client's own dependencies. */
export const CLIENT_MODULES = placeOf("packages/client/node_modules");
/** What a run generates and builds, where the peers can be imported from; ignored by git. */
export const WORK = placeOf("bench/clients/.work");
/** What a run leaves for readers. */
export const RESULTS = placeOf("bench/results");

export function workerOf(name: string): string {
  return placeOf(`bench/harness/workers/${name}.ts`);
}
