/** One way to call the API. Its programs are `bench/clients/<name>/challenge.js` and `all-operations.js`. */
export interface Client {
  readonly name: ClientName;
  /** What it was set up with, so that none runs with something switched off that another has on. */
  readonly given: string;
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
  {
    name: FLOOR,
    given: "Basic auth by hand",
    lacks: "types of this API, retries, a time limit, errors with fields, checks of input",
  },
  { name: OURS, given: "its defaults: 2 retries, 30 s", lacks: "any other API" },
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
    given: "@octokit/plugin-retry: 2 retries; a signal of 30 s; Basic auth by a hook",
    lacks: "types of this API, checks of input",
  },
  {
    name: "ky",
    given: "its 2 retries, 30 s; Basic auth by hand",
    lacks: "types of this API, path templates, checks of input",
  },
  {
    name: "axios",
    given: "axios-retry: 2 retries; 30 s; its Basic auth",
    lacks: "types of this API, path templates, checks of input",
  },
  {
    name: "openai",
    given: "its 2 retries, 30 s; Basic auth by hand",
    lacks: "types of this API, checks of input; carries its own API's resources",
  },
];
