import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import type { GridCallOptions, GridClientOptions } from "./options.ts";
import type { ClientOptions } from "./openapi-fetch.ts";

type OwnOption = Exclude<keyof GridClientOptions | keyof GridCallOptions, keyof Limits | LibraryOption>;
/** `headers`, `fetch` and `signal` are read here, and openapi-fetch gets its own. */
type LibraryOption = Exclude<keyof ClientOptions, "headers" | "fetch" | "signal">;

/** Options that go no further than the client. A new one does not compile before it is listed. */
const OWN_OPTIONS: Record<OwnOption, unknown> = {
  ...DEFAULT_LIMITS,
  clientId: 1,
  clientSecret: 1,
  signal: 1,
  onEvent: 1,
  allowInsecureHttp: 1,
  dangerouslyAllowBrowser: 1,
  headers: 1,
  fetch: 1,
  middleware: 1,
};

/** The options of a client or a call that openapi-fetch reads, or gives to each `Request`: `cache`, a worker's `cf`. */
export function pickLibraryOptions(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !(name in OWN_OPTIONS)));
}
