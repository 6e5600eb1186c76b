import { canonicalJson, type JsonObject } from "@grid-sdk/openapi";
import { openapiOverlay, resolveJsonPath } from "openapi-format";
import { copyDocument } from "./copy-document.ts";
import { wrapFilters } from "./json-path.ts";
import type { Action, Overlay } from "./overlay.ts";

export interface Overlaid {
  readonly document: JsonObject;
  /** Actions whose target does not exist in the document. */
  readonly unused: readonly Action[];
  /** Actions that change nothing, because the document says it already. */
  readonly needless: readonly Action[];
}

/** Applies the actions of an OpenAPI Overlay, in their order, to a copy of a document. */
export async function applyOverlay(document: JsonObject, { version, actions }: Overlay): Promise<Overlaid> {
  let overlaid = copyDocument(document);
  const unused: Action[] = [];
  const needless: Action[] = [];
  for (const action of actions) {
    const before = describeTargets(overlaid, action);
    if (before === "[]") {
      unused.push(action);
      continue;
    }
    overlaid = await apply(overlaid, action, version);
    if (describeTargets(overlaid, action) === before) needless.push(action);
  }
  return { document: overlaid, unused, needless };
}

function describeTargets(document: JsonObject, { target }: Action): string {
  return canonicalJson(resolveJsonPath(document, wrapFilters(target)).map(({ value }) => value));
}

async function apply(document: JsonObject, action: Action, version: string): Promise<JsonObject> {
  // Overlay Specification, 4.4.3: `update` has no effect beside `remove: true`.
  if (action.remove === true) {
    removeAll(document, action.target);
    return document;
  }
  const { target, update, copy } = action;
  const given = {
    target: wrapFilters(target),
    ...("update" in action && { update }),
    ...(copy !== undefined && { copy }),
  };
  const overlaySet = { overlay: version, actions: [given] };
  const { data } = await openapiOverlay(document, { overlaySet });
  return data as JsonObject;
}

/** Removes the last one first: openapi-format 1.33 starts at the front of a list, where each removal moves the rest. */
function removeAll(document: JsonObject, target: string): void {
  for (const { parent, key } of resolveJsonPath(document, wrapFilters(target)).toReversed()) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (parent) delete (parent as JsonObject)[String(key)];
  }
}
