import { isJsonObject, type JsonObject } from "@grid-sdk/contract";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import { SourceError } from "./problem.ts";

export interface Source {
  readonly document: JsonObject;
  /** The line, from 1, of the value that the keys lead to, or of the nearest one around it. */
  locate(keys: readonly (string | number)[]): number;
}

/** Parses an OpenAPI 3.1 document. Throws a `SourceError` with the line of each problem. */
export function parseSource(text: string, name: string): Source {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter, prettyErrors: false });
  if (yaml.errors.length > 0) {
    const problems = yaml.errors.map(({ message, pos }) => ({
      pointer: "",
      line: lineCounter.linePos(pos[0]).line,
      message,
    }));
    throw new SourceError(`${name} is not valid YAML.`, problems);
  }
  const document = toJson(yaml, name);
  const found = isJsonObject(document) ? document["openapi"] : undefined;
  if (!isJsonObject(document) || !/^3\.1(\.\d+)?$/.test(String(found))) {
    const line = isJsonObject(document) ? locate(yaml, lineCounter, ["openapi"]) : 1;
    const message = `openapi must be 3.1.x; found ${found === undefined ? "nothing" : JSON.stringify(found)}.`;
    throw new SourceError(`${name} is not an OpenAPI 3.1 document.`, [{ pointer: "/openapi", line, message }]);
  }
  return { document, locate: (keys) => locate(yaml, lineCounter, keys) };
}

/** Aliases that expand without end, or to more than a document needs, are refused by the parser. */
function toJson(yaml: Document.Parsed, name: string): unknown {
  try {
    return yaml.toJS();
  } catch (error) {
    throw new SourceError(`${name} is not valid YAML.`, [
      { pointer: "", line: undefined, message: error instanceof Error ? error.message : String(error) },
    ]);
  }
}

function locate(yaml: Document.Parsed, lines: LineCounter, keys: readonly (string | number)[]): number {
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
