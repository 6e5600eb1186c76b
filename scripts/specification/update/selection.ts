import { readFile } from "node:fs/promises";
import { isJsonObject, DocumentError } from "@grid-sdk/openapi";

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
  const text = await readFile(file, "utf8");
  try {
    return parseSelection(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DocumentError(`${SELECTION_PATH} is not valid JSON: ${error.message}`);
  }
}

export function parseSelection(selection: unknown): Selection {
  const { include, exclude = {}, ...others } = isJsonObject(selection) ? selection : {};
  const messages = [
    ...Object.keys(others).map((name) => `${name} is not known; use include and exclude.`),
    ...checkCriteria("include", include),
    ...checkCriteria("exclude", exclude),
  ];
  if (messages.length > 0) {
    const problems = messages.map((message) => ({ pointer: "", line: undefined, message }));
    throw new DocumentError(`${SELECTION_PATH} does not say what to select.`, problems);
  }
  return { include: include as Criteria, exclude: exclude as Criteria };
}

function checkCriteria(name: string, criteria: unknown): string[] {
  if (!isJsonObject(criteria)) return [`${name} must be an object of ${CRITERIA.join(", ")}.`];
  return Object.entries(criteria).flatMap(([criterion, values]) => {
    if (!CRITERIA.some((known) => known === criterion))
      return [`${name}.${criterion} is not known; use one of ${CRITERIA.join(", ")}.`];
    const isList = Array.isArray(values) && values.every((value) => typeof value === "string");
    return isList ? [] : [`${name}.${criterion} must be a list of strings.`];
  });
}
