import { asObject, DocumentError, isJsonObject, type JsonObject, type Problem } from "@grid-sdk/openapi";
import { parseDocument } from "@grid-sdk/openapi/parse";
import { checkJsonPath } from "./json-path.ts";
import { found } from "../source/found.ts";

/** Marks an action whose examples `spec:update` made; it makes them again each time. */
export const MADE = "x-made";

/** One change of an OpenAPI Overlay (1.0 or 1.1). */
export interface Action {
  /** A JSONPath (RFC 9535). */
  readonly target: string;
  readonly description?: string;
  readonly update?: unknown;
  readonly remove?: boolean;
  readonly copy?: string;
  readonly [MADE]?: boolean;
}

/** The actions of an overlay. Throws a `DocumentError` with everything that the Overlay Specification does not allow. */
export function readOverlay(text: string, path: string): Action[] {
  const { document, place } = parseDocument(text, path);
  const { overlay, actions } = asObject(document);
  const version = String(overlay);
  const problems: Problem[] = [];
  if (!/^1\.[01]\.\d+$/.test(version)) {
    problems.push({ pointer: "/overlay", message: `overlay must be 1.0.x or 1.1.x; found ${version}.` });
  }
  if (!Array.isArray(actions))
    problems.push({ pointer: "/actions", message: `actions must be a list${found(actions)}` });
  for (const [at, action] of Array.isArray(actions) ? actions.entries() : []) {
    const message = checkAction(action, version);
    if (message) problems.push({ pointer: `/actions/${at}`, message });
  }
  if (problems.length > 0) throw new DocumentError(`${path} is not an OpenAPI Overlay.`, place(problems));
  return actions as Action[];
}

function checkAction(action: unknown, version: string): string | undefined {
  if (!isJsonObject(action)) return `an action must be an object${found(action)}`;
  const { target, remove, copy }: JsonObject = action;
  if (typeof target !== "string" || !target.startsWith("$"))
    return `target must be a JSONPath that starts with "$"${found(target)}`;
  const reason = checkJsonPath(target);
  if (reason !== undefined) return `target ${target} is not a valid JSONPath (RFC 9535): ${reason}`;
  if (remove !== undefined && typeof remove !== "boolean") return `remove must be true or false${found(remove)}`;
  if (copy !== undefined && (version.startsWith("1.0") || typeof copy !== "string"))
    return `copy must be a JSONPath, in an overlay of version 1.1; found ${JSON.stringify(copy)} in version ${version}.`;
  if (remove !== true && !("update" in action) && copy === undefined)
    return `an action must update, remove or copy something${found(action)}`;
  if (target === "$" && "update" in action && !isJsonObject(action["update"]))
    return `update of the whole document must be an object${found(action["update"])}`;
  return undefined;
}
