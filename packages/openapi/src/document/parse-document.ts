import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument as parseYaml, type Document, visit } from "yaml";
import { DocumentError, type Problem } from "./document-error.ts";
import { demandOpenApi, type PlaceProblems } from "./is-openapi.ts";
import type { JsonObject } from "./json-object.ts";
import { type Keys, keysOfPointer } from "./json-pointer.ts";

export interface ParsedDocument {
  /** The file or URL. */
  readonly name: string;
  readonly document: unknown;
  /** The problems with file and the line of the value, or of the nearest one around it; each once, in the order of lines. */
  readonly place: PlaceProblems;
}

/** An OpenAPI 3.1 document and where it is from. */
export interface Source extends ParsedDocument {
  readonly document: JsonObject;
}

/** Parses an OpenAPI 3.1 document. Throws a `DocumentError` with the line of each problem. */
export function parseSource(text: string, name: string): Source {
  const parsed = parseDocument(text, name);
  return { ...parsed, document: demandOpenApi(parsed.document, name, parsed.place) };
}

/**
 * Parses YAML with merge keys (`<<`), or JSON. Throws a `DocumentError` with the line of each problem.
 *
 * @param name the file or URL, for messages
 */
export function parseDocument(text: string, name: string): ParsedDocument {
  const lines = new LineCounter();
  const yaml = parseYaml(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const faults = [...yaml.errors.map(({ message, pos }) => ({ message, at: pos[0] })), ...findEndlessAliases(yaml)];
  if (faults.length > 0) {
    throw new DocumentError(
      `${name} is not valid YAML.`,
      faults.map(({ message, at }) => ({ pointer: "", file: name, line: lines.linePos(at).line, message })),
    );
  }
  return {
    name,
    document: toJson(yaml, name),
    place: (problems) => place(problems, name, (keys) => locate(yaml, lines, keys)),
  };
}

/** Every alias within its own anchor, which would be a value that holds itself. The parser accepts it. */
function findEndlessAliases(yaml: Document.Parsed): { readonly message: string; readonly at: number }[] {
  const found: { message: string; at: number }[] = [];
  visit(yaml, {
    Alias(_, alias, path) {
      const anchored = alias.resolve(yaml);
      if (!anchored || !path.includes(anchored)) return;
      found.push({ message: `the alias ${alias.source} is within its own anchor`, at: alias.range?.[0] ?? 0 });
    },
  });
  return found;
}

/** The parser refuses aliases that expand to more than a document needs. */
function toJson(yaml: Document.Parsed, name: string): unknown {
  try {
    return yaml.toJS();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DocumentError(`${name} is not valid YAML.`, [{ pointer: "", file: name, message }]);
  }
}

function place(problems: readonly Problem[], file: string, locateKeys: (keys: Keys) => number): Problem[] {
  const placed = problems.map(({ pointer, message }) => {
    return { pointer, file, line: locateKeys(keysOfPointer(pointer)), message };
  });
  const unique = new Map(placed.map((problem) => [JSON.stringify(problem), problem]));
  return [...unique.values()].toSorted((a, b) => a.line - b.line);
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
