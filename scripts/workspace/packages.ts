/** What is published, dependencies first: `packages/<name>` as `@grid-sdk/<name>`. Released together, with one version. */
export const PACKAGES = ["core", "client", "device", "reference", "mock", "emulator"] as const;
export type PackageName = (typeof PACKAGES)[number];
