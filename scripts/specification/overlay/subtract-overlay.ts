import { canonicalJson, isJsonObject, type JsonObject } from "@grid-sdk/contract";
import { resolveJsonPath } from "openapi-format";
import { copyDocument } from "./copy-document.ts";
import { wrapFilters } from "./json-path.ts";
import type { Action } from "./overlay.ts";

/**
 * A document without what the overlay's updates add to it, so that nothing is kept in both; and the actions that the
 * document says whole by itself. Laid over the rest, the overlay gives the document again.
 */
export function subtractOverlay(
  document: JsonObject,
  actions: readonly Action[],
): { document: JsonObject; said: readonly Action[] } {
  const rest = copyDocument(document);
  const said = actions.filter(({ target, update }) => {
    if (!isJsonObject(update)) return false;
    const targets = resolveJsonPath(rest, wrapFilters(target)).map(({ value }) => value);
    return targets.length > 0 && targets.every((value) => isJsonObject(value) && subtract(value, update));
  });
  return { document: rest, said };
}

/** Takes out what is the same on both sides; whether nothing of the update was missing. */
function subtract(target: JsonObject, update: JsonObject): boolean {
  let isWhole = true;
  for (const [key, value] of Object.entries(update)) {
    const own = target[key];
    if (key in target && canonicalJson(own) === canonicalJson(value)) delete target[key];
    else if (isJsonObject(own) && isJsonObject(value)) {
      isWhole = subtract(own, value) && isWhole;
      if (Object.keys(own).length === 0) delete target[key];
    } else isWhole = false;
  }
  return isWhole;
}
