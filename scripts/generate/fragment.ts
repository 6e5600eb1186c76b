import {
  FragmentError,
  type FragmentProblem,
  isJsonObject,
  type JsonObject,
  keysOfRef,
  pointerTo,
  valueAt,
} from "@grid-sdk/contract";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";

// What generation takes from the contract as it is.
export { FragmentError, type FragmentProblem, isJsonObject, resolveRef, type JsonObject } from "@grid-sdk/contract";

export interface Fragment {
  /** The parsed OpenAPI document. */
  readonly document: JsonObject;
  /** The line, from 1, of the value that a JSON pointer leads to, or of the nearest one around it. */
  locate(pointer: string): number;
}

/** Throws a `FragmentError` with all the problems, by line where lines are known; nothing if there are none. */
export function refuseProblems(problems: readonly FragmentProblem[], locate?: Fragment["locate"]): void {
  if (problems.length === 0) return;
  const located = problems.map((problem) => ({ ...problem, line: locate?.(problem.pointer) ?? 0 }));
  const lines = located
    .toSorted((a, b) => a.line - b.line)
    .map(({ pointer, line, message }) => `${line > 0 ? `line ${line}, ` : ""}${pointer}: ${message}`);
  const intro = lines.length === 1 ? "" : `The SDK cannot express this fragment, for ${lines.length} reasons:\n`;
  throw new FragmentError(intro + lines.join("\n"), problems);
}

/** The value if it is an object; an empty one for anything else. */
export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** Parses the fragment's text, merge keys (`<<`) included. Throws a `FragmentError` with the line of each problem. */
export function parseFragment(text: string): Fragment {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: true, merge: true });
  if (yaml.errors.length > 0) {
    const messages = yaml.errors.map(({ message }) => message).join("\n");
    throw new FragmentError(`The fragment is not valid YAML: ${messages}`);
  }
  const document = toJson(yaml);
  if (!isJsonObject(document) || !/^3\.1(\.\d+)?$/.test(String(document["openapi"]))) {
    const found = isJsonObject(document) ? `openapi: ${String(document["openapi"])}` : typeof document;
    throw new FragmentError(`The fragment must be an OpenAPI 3.1 document; found ${found}.`);
  }
  return {
    document,
    locate: (pointer) => findLine(yaml, lines, keysOfRef(`#${pointer}`) ?? []),
  };
}

/** The parser refuses aliases that expand without end. */
function toJson(yaml: Document.Parsed): unknown {
  try {
    return yaml.toJS();
  } catch (error) {
    throw new FragmentError(`The fragment is not valid YAML: ${String(error)}`);
  }
}

/** The JSON pointer to the value that the keys lead to. */
export function pointerOf(...keys: readonly (string | number)[]): string {
  return pointerTo(keys);
}

/** The value that a reference leads to; undefined if there is none. */
export function lookUp(document: JsonObject, ref: string): unknown {
  const keys = keysOfRef(ref);
  if (!keys) throw new FragmentError(`${ref} does not point into the fragment.`);
  return valueAt(document, keys);
}

function findLine(yaml: Document.Parsed, lines: LineCounter, keys: readonly string[]): number {
  let node: unknown = yaml.contents;
  let offset = 0;
  for (const key of keys) {
    const pair = isMap(node)
      ? node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === key)
      : undefined;
    const next: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined;
    const start = pair && isNode(pair.key) ? pair.key : next;
    if (!isNode(start) || !start.range) break;
    offset = start.range[0];
    node = next;
  }
  return lines.linePos(offset).line;
}
