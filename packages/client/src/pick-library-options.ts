import { OWN_OPTIONS } from "./check-options.ts";

/** Picks the options that openapi-fetch reads or passes to each `Request`, such as `cache` or a worker's `cf`. */
export function pickLibraryOptions(options: object): object {
  const picked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    // The library's defaults are for undefined. A body may be null.
    if (!Object.hasOwn(OWN_OPTIONS, name) && (value !== null || name === "body")) picked[name] = value;
  }
  return picked;
}
