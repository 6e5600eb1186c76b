/** What is published, dependencies first: `packages/<name>` as `@grid-sdk/<name>`. Released together, with one version. */
export const PACKAGES = ["core", "client", "device", "reference", "mock", "emulator"] as const;
/** Those that have an entry for each line of the API: what is new in a line is new in these. */
export const LINE_PACKAGES: readonly PackageName[] = ["core", "client", "mock", "emulator"];
export type PackageName = (typeof PACKAGES)[number];
