/** Undefined also for an empty variable, and for one that must not be read: Deno requires `--allow-env`. */
export function readEnvironment(name: string): string | undefined {
  try {
    return globalThis.process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
