export interface Tarball {
  /** The package's name, with its scope. */
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/** The tarball of each package among the files of a folder, in the order of the packages; and the packages without one. */
export function findTarballs(
  packages: readonly string[],
  files: readonly string[],
): { tarballs: Tarball[]; missing: string[] } {
  const tarballs: Tarball[] = [];
  const missing: string[] = [];
  for (const name of packages) {
    const prefix = `grid-sdk-${name}-`;
    const file = files.find((candidate) => candidate.startsWith(prefix) && candidate.endsWith(".tgz"));
    if (file === undefined) missing.push(`@grid-sdk/${name}`);
    else tarballs.push({ name: `@grid-sdk/${name}`, version: file.slice(prefix.length, -".tgz".length), file });
  }
  return { tarballs, missing };
}
