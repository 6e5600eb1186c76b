import { readFile } from "node:fs/promises";
import { isJsonObject, DocumentError, pointerTo, type Problem } from "@grid-sdk/openapi";
import { parseDocument, type Source } from "@grid-sdk/openapi/parse";
import { found } from "../source/found.ts";

export const SELECTION_PATH = "openapi/selection.json";

/** What a rule checks. `paths` has prefixes. */
export const CRITERIA = ["paths", "methods", "operations", "tags", "securitySchemes", "mediaTypes"] as const;
export type Criterion = (typeof CRITERIA)[number];
export type Criteria = Readonly<Partial<Record<Criterion, readonly string[]>>>;

/** The part of the API's whole specification that is the fragment. */
export interface Selection {
  /** An operation has to meet each of these. */
  readonly include: Criteria;
  /** An operation that meets one of these is left out. */
  readonly exclude: Criteria;
}

/** Reads the selection beside the fragment. Throws a `DocumentError` with everything that is wrong with it. */
export async function readSelection(file: URL): Promise<Selection> {
  const { document, place } = parseDocument(await readFile(file, "utf8"), SELECTION_PATH);
  return parseSelection(document, place);
}

export function parseSelection(selection: unknown, place: Source["place"] = (problems) => [...problems]): Selection {
  const { include, exclude = {}, ...others } = isJsonObject(selection) ? selection : {};
  const problems = [
    ...Object.keys(others).map((name) => problemAt([name], `${name} is not known; use include and exclude.`)),
    ...checkCriteria("include", include),
    ...checkCriteria("exclude", exclude),
  ];
  if (problems.length > 0) throw new DocumentError(`${SELECTION_PATH} does not say what to select.`, place(problems));
  return { include: include as Criteria, exclude: exclude as Criteria };
}

function checkCriteria(name: string, criteria: unknown): Problem[] {
  const known = CRITERIA.join(", ");
  if (!isJsonObject(criteria)) return [problemAt([name], `${name} must be an object of ${known}${found(criteria)}`)];
  return Object.entries(criteria).flatMap(([criterion, values]) => {
    const at = `${name}.${criterion}`;
    if (!CRITERIA.some((one) => one === criterion))
      return [problemAt([name, criterion], `${at} is not known; use one of ${known}.`)];
    const isList = Array.isArray(values) && values.every((value) => typeof value === "string");
    return isList ? [] : [problemAt([name, criterion], `${at} must be a list of strings${found(values)}`)];
  });
}

function problemAt(keys: readonly string[], message: string): Problem {
  return { pointer: pointerTo(keys), message };
}
