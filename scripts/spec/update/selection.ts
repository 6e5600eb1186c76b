import { readFile } from "node:fs/promises";
import { isJsonObject } from "@grid-sdk/contract";
import { SourceError } from "../source/problem.ts";

export const SELECTION_PATH = "openapi/selection.json";

/** What of the API's whole specification is the fragment. */
export interface Selection {
  /** Path templates start with one of these. */
  readonly paths: readonly string[];
  /** The dialect that the fragment's schemas are read by. */
  readonly dialect: string;
}

/** Reads the selection beside the fragment. Throws a `SourceError` for one that selects nothing. */
export async function readSelection(file: URL): Promise<Selection> {
  const selection: unknown = JSON.parse(await readFile(file, "utf8"));
  const { paths, dialect } = isJsonObject(selection) ? selection : {};
  const arePaths = Array.isArray(paths) && paths.length > 0 && paths.every((path) => typeof path === "string");
  if (!arePaths || typeof dialect !== "string") {
    throw new SourceError(
      `${SELECTION_PATH} must name "paths", a list of what paths start with, and "dialect", a URI.`,
    );
  }
  return { paths, dialect };
}
