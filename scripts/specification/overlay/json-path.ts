import type { JsonObject, Keys } from "@grid-sdk/openapi";
import { parse, paths } from "jsonpathly";

/** Why a text is not a valid JSONPath (RFC 9535); undefined if it is one. */
export function checkJsonPath(path: string): string | undefined {
  try {
    parse(path);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Where the values are that a JSONPath finds. */
export function findPlaces(document: JsonObject, path: string): Keys[] {
  return paths(document, path).map(readKeys);
}

/** The keys of a normalized path (RFC 9535, 2.7), such as `$['a'][0]`. */
function readKeys(normalized: string): Keys {
  const keys: (string | number)[] = [];
  for (let step = parse(normalized)?.next; step; step = step.next)
    if (step.value.type === "bracketMember") keys.push(step.value.value.value);
  return keys;
}
