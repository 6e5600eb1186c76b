import type { Operation } from "@grid-sdk/openapi";

/** The documented response to send. */
export interface ResponseChoice {
  /** A documented status. */
  readonly code?: number;
  /** The name of one of its examples. */
  readonly exampleKey?: string;
}

/** Finds a documented response by its status, the name of its example, or both; undefined if there is no such response. */
export function findResponse(
  { responses }: Operation,
  { status, example }: { readonly status?: unknown; readonly example?: unknown },
): ResponseChoice | undefined {
  if (status === undefined && example === undefined) return undefined;
  for (const [code, { body }] of responses) {
    if (status !== undefined && status !== code) continue;
    if (example === undefined) return { code };
    if (typeof example === "string" && body?.examples.has(example)) return { code, exampleKey: example };
  }
  return undefined;
}

/** The documented statuses with the names of their examples, one on each line. */
export function listResponses({ responses }: Operation): string {
  return [...responses]
    .map(([status, { body }]) => `  ${status}  ${[...(body?.examples.keys() ?? [])].join(", ")}`.trimEnd())
    .join("\n");
}
