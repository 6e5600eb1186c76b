import { readFile } from "node:fs/promises";
import { isJsonObject } from "@grid-sdk/openapi";
import { parse } from "yaml";
import { listChangesets } from "../../workspace/list-changesets.ts";

export interface Changeset {
  readonly name: string;
  /** The bump of each package that it names. */
  readonly bumps: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The pending changesets of a directory. */
export async function readChangesets(directory: URL): Promise<Changeset[]> {
  const changesets = listChangesets(directory).map(async (name) => {
    const content = await readFile(new URL(name, directory), "utf8");
    const [, head = "", text = ""] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(content) ?? [];
    const bumps: unknown = parse(head);
    const entries = isJsonObject(bumps) ? Object.entries(bumps).map(([key, bump]) => [key, String(bump)] as const) : [];
    return { name, bumps: new Map(entries), text };
  });
  return Promise.all(changesets);
}
