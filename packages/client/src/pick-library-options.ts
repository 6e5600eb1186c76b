import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import type { OperationInput } from "./call.ts";
import type { GridClientOptions } from "./options.ts";
import type { ClientOptions } from "./openapi-fetch.ts";

type OwnOption = Exclude<keyof GridClientOptions | keyof OperationInput, keyof Limits | LibraryOption>;
/** The client reads `headers`, `fetch` and `signal` itself, and gives openapi-fetch its own. */
type LibraryOption = Exclude<keyof ClientOptions, "headers" | "fetch" | "signal"> | "body";

/** Options that openapi-fetch must not get. A new option does not compile until it is listed. */
const OWN_OPTIONS: Record<OwnOption, unknown> = {
  ...DEFAULT_LIMITS,
  clientId: 1,
  clientSecret: 1,
  signal: 1,
  onEvent: 1,
  logger: 1,
  allowInsecureHttp: 1,
  dangerouslyAllowBrowser: 1,
  headers: 1,
  fetch: 1,
  middleware: 1,
  path: 1,
  query: 1,
  header: 1,
};

/** Picks the options that openapi-fetch reads or passes to each `Request`, such as `cache` or a worker's `cf`. */
export function pickLibraryOptions(options: object): object {
  const picked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(OWN_OPTIONS, name)) picked[name] = value;
  }
  return picked;
}
