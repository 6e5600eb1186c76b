import { isJsonObject, type JsonObject } from "@grid-sdk/openapi";
import { LineCounter, parseDocument } from "yaml";
import { SourceError } from "../source/problem.ts";
import { checkJsonPath } from "./json-path.ts";

/** Marks an action whose examples `spec:update` made; it makes them anew each time. */
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

export interface Overlay {
  readonly version: string;
  readonly actions: readonly Action[];
}

/** Reads the overlay of a path. Throws a `SourceError` with everything that the Overlay Specification does not allow. */
export function readOverlay(text: string, path: string): Overlay {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  const problems = yaml.errors.map(({ message, pos }) => ({ pointer: "", line: lines.linePos(pos[0]).line, message }));
  const document: unknown = problems.length === 0 ? yaml.toJS() : {};
  const { overlay, actions } = isJsonObject(document) ? document : {};
  if (problems.length === 0) {
    const add = (pointer: string, message: string) => problems.push({ pointer, line: 1, message });
    if (!/^1\.[01]\.\d+$/.test(String(overlay)))
      add("/overlay", `overlay must be 1.0.x or 1.1.x; found ${String(overlay)}.`);
    if (!Array.isArray(actions)) add("/actions", "actions must be a list.");
    else
      for (const [at, action] of actions.entries()) {
        const message = checkAction(action, String(overlay));
        if (message) add(`/actions/${at}`, message);
      }
  }
  if (problems.length > 0) throw new SourceError(`${path} is not an OpenAPI Overlay.`, problems);
  return { version: String(overlay), actions: actions as Action[] };
}

function checkAction(action: unknown, version: string): string | undefined {
  if (!isJsonObject(action)) return "an action must be an object.";
  const { target, remove, copy }: JsonObject = action;
  if (typeof target !== "string" || !target.startsWith("$")) return 'target must be a JSONPath that starts with "$".';
  const reason = checkJsonPath(target);
  if (reason !== undefined) return `target is no JSONPath: ${reason}`;
  if (remove !== undefined && typeof remove !== "boolean") return "remove must be true or false.";
  if (copy !== undefined && (version.startsWith("1.0") || typeof copy !== "string"))
    return "copy must be a JSONPath, in an overlay of version 1.1.";
  if (remove !== true && !("update" in action) && copy === undefined)
    return "an action must update, remove or copy something.";
  return undefined;
}
