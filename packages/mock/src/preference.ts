import type { Violation } from "@grid-sdk/contract";
import type { Operation } from "@grid-sdk/openapi";
import { findResponse, listResponses, type ResponseChoice } from "@grid-sdk/server-kit";

export interface Preference {
  /** Undefined if the request has no preference, or one that is not documented. */
  readonly choice?: ResponseChoice;
  readonly violation?: Violation;
}

/** Reads `Prefer: code=429, example=rateLimited` (RFC 7240), as Prism's own server does. */
export function readPreference(operation: Operation, prefer: string | undefined): Preference {
  const code = readValue(prefer, "code");
  const example = readValue(prefer, "example");
  if (code === undefined && example === undefined) return {};
  const choice = findResponse(operation, { status: code === undefined ? undefined : Number(code), example });
  if (choice && (code === undefined || /^\d+$/.test(code))) return { choice };
  const asked = [code !== undefined && `code=${code}`, example !== undefined && `example=${example}`].filter(Boolean);
  const message = `asks for ${asked.join(", ")}, which ${operation.id} does not document. It documents:\n${listResponses(operation)}`;
  return { violation: { where: "header/prefer", message } };
}

/** RFC 7240, section 2: commas separate preferences, and white space is allowed around each `=`. */
function readValue(prefer = "", name: string): string | undefined {
  const found = prefer
    .split(/[,;]/)
    .map((part) => /^\s*([^\s=]+)\s*=\s*(.*?)\s*$/.exec(part))
    .find((match) => match?.[1]?.toLowerCase() === name);
  return found?.[2]?.replace(/^"(.*)"$/, "$1");
}
