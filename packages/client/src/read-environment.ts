/** An empty variable counts as one that is not set, and so does one that may not be read: Deno asks for `--allow-env`. */
export function readEnvironment(name: string): string | undefined {
  try {
    return globalThis.process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
