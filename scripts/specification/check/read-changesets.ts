import { readdir, readFile } from "node:fs/promises";
import { isJsonObject } from "@grid-sdk/contract";
import { parse } from "yaml";

export interface Changeset {
  readonly name: string;
  /** The bump of each package that it names. */
  readonly bumps: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The pending changesets of a directory. */
export async function readChangesets(directory: URL): Promise<Changeset[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".md") && name !== "README.md");
  const changesets = names.toSorted().map(async (name) => {
    const content = await readFile(new URL(name, directory), "utf8");
    const [, head = "", text = ""] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(content) ?? [];
    const bumps: unknown = parse(head);
    const entries = isJsonObject(bumps) ? Object.entries(bumps).map(([key, bump]) => [key, String(bump)] as const) : [];
    return { name, bumps: new Map(entries), text };
  });
  return Promise.all(changesets);
}
