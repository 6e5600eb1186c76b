import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument as parseYaml, type Document } from "yaml";
import { FragmentError } from "./fragment-error.ts";
import type { Keys } from "./json-pointer.ts";

export interface ParsedDocument {
  readonly document: unknown;
  /** The line, from 1, of the value that the keys lead to, or of the nearest one around it. */
  locate(keys: Keys): number;
}

/**
 * Parses the text of a document, YAML with merge keys (`<<`) or JSON. Throws a `FragmentError` with the line of each
 * problem.
 *
 * @param name what the messages call it
 */
export function parseDocument(text: string, name: string): ParsedDocument {
  const lines = new LineCounter();
  const yaml = parseYaml(text, { lineCounter: lines, prettyErrors: false, merge: true });
  if (yaml.errors.length > 0) {
    const problems = yaml.errors.map(({ message, pos }) => ({
      pointer: "",
      line: lines.linePos(pos[0]).line,
      message,
    }));
    throw new FragmentError(`${name} is not valid YAML.`, problems);
  }
  return { document: toJson(yaml, name), locate: (keys) => locate(yaml, lines, keys) };
}

/** The parser refuses aliases that expand without end, or to more than a document needs. */
function toJson(yaml: Document.Parsed, name: string): unknown {
  try {
    return yaml.toJS();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new FragmentError(`${name} is not valid YAML.`, [{ pointer: "", message }]);
  }
}

function locate(yaml: Document.Parsed, lines: LineCounter, keys: Keys): number {
  let node: unknown = yaml.contents;
  let offset = 0;
  for (const key of keys) {
    const pair = isMap(node)
      ? node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key))
      : undefined;
    const next: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined;
    const start = pair && isNode(pair.key) ? pair.key : next;
    if (!isNode(start) || !start.range) break;
    offset = start.range[0];
    node = next;
  }
  return lines.linePos(offset).line;
}
