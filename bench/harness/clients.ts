/** One way to call the API. Its programs are `bench/clients/<name>/challenge.js` and `all-operations.js`. */
export interface Client {
  readonly name: ClientName;
  /** Its set-up. Every client has the features of the others switched on, where it has them. */
  readonly given: string;
  /** The features of other clients that it does not have. A team has to write them or to do without. */
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

/** The floor: every other client is compared with it. */
export const FLOOR: ClientName = "bare fetch";
export const OURS: ClientName = "grid-sdk";

export const CLIENTS: readonly Client[] = [
  {
    name: FLOOR,
    given: "Basic auth by hand",
    lacks: "types of this API, retries, a time limit, errors with fields, checks of input",
  },
  { name: OURS, given: "its defaults, which are 2 retries and 30 s", lacks: "the rest of the Grid API" },
  {
    name: "openapi-fetch",
    given: "Basic auth by hand",
    lacks: "retries, a time limit, errors with fields, checks of input",
  },
  {
    name: "hey-api",
    given: "its Basic auth",
    lacks: "retries, a time limit, errors with fields, checks of input",
  },
  {
    name: "orval",
    given: "Basic auth by hand",
    lacks: "escaped paths, retries, a time limit, errors with fields, checks of input",
  },
  {
    name: "octokit",
    given: "@octokit/plugin-retry with 2 retries, a signal of 30 s, Basic auth in a hook",
    lacks: "types of this API, checks of input",
  },
  {
    name: "ky",
    given: "its 2 retries, 30 s, Basic auth by hand",
    lacks: "types of this API, path templates, checks of input",
  },
  {
    name: "axios",
    given: "axios-retry with 2 retries, 30 s, its Basic auth",
    lacks: "types of this API, path templates, checks of input",
  },
  {
    name: "openai",
    given: "its 2 retries, 30 s, Basic auth by hand",
    lacks: "types of this API, checks of input. It contains the resources of its own API",
  },
];
