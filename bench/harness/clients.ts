/** One way to call the API. Its programs are `bench/clients/<name>/challenge.js` and `all-operations.js`. */
export interface Client {
  readonly name: ClientName;
  /** What a team has to write or to do without, of what others here bring: as a reader of the tables has to know it. */
  readonly lacks: string;
}

export type ClientName =
  | "bare fetch"
  | "grid-sdk"
  | "openapi-fetch"
  | "hey-api"
  | "orval"
  | "octokit"
  | "ky"
  | "axios"
  | "openai";

/** The floor: what every other one is measured against. */
export const FLOOR: ClientName = "bare fetch";
export const OURS: ClientName = "grid-sdk";

export const CLIENTS: readonly Client[] = [
  { name: FLOOR, lacks: "types of this API, Basic auth, retries, a time limit, errors with fields, checks of input" },
  { name: OURS, lacks: "interceptors, streams, any other API" },
  { name: "openapi-fetch", lacks: "Basic auth, retries, a time limit, errors with fields, checks of input" },
  { name: "hey-api", lacks: "retries, a time limit, errors with fields, checks of input" },
  { name: "orval", lacks: "Basic auth, escaped paths, retries, a time limit, errors with fields, checks of input" },
  { name: "octokit", lacks: "types of this API, Basic auth, retries, a time limit, checks of input" },
  { name: "ky", lacks: "types of this API, Basic auth, path templates, checks of input" },
  { name: "axios", lacks: "types of this API, path templates, retries, a time limit, checks of input" },
  { name: "openai", lacks: "types of this API, Basic auth, checks of input; carries its own API's resources" },
];
