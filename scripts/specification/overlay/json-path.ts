import { parse } from "jsonpathly";

/** Why a text is not a valid JSONPath (RFC 9535); undefined if it is one. */
export function checkJsonPath(path: string): string | undefined {
  try {
    parse(path);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * The same path with each filter in parentheses. openapi-format 1.33 adds them itself, and breaks a filter with brackets
 * inside.
 */
export function wrapFilters(path: string): string {
  let wrapped = "";
  const ends: number[] = [];
  let depth = 0;
  let quote = "";
  for (let at = 0; at < path.length; at++) {
    const character = path[at] ?? "";
    if (quote !== "") {
      if (character === "\\") wrapped += path[at++];
      else if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "[") {
      depth++;
      if (/^\[\?(?!\s*\()/.test(path.slice(at))) {
        ends.push(depth);
        wrapped += "[?(";
        at++;
        continue;
      }
    } else if (character === "]") {
      if (ends.at(-1) === depth) {
        ends.pop();
        wrapped += ")";
      }
      depth--;
    }
    wrapped += path[at] ?? "";
  }
  return wrapped;
}
