import type { JsonObject, Operation } from "@grid-sdk/openapi";
import { formatClientCall } from "./client-call.ts";
import { formatCurlCall } from "./curl-call.ts";
import { formatHttpCall } from "./http-call.ts";
import { listCalls } from "./list-calls.ts";

/** A call as code. The names are those of the extension `x-codeSamples`. */
export interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** The samples of an operation, with the client, `grid.http` and curl: one of each for every example of its body. */
export function listSamples(document: JsonObject, operation: Operation, client: string): CodeSample[] {
  const calls = listCalls(document, operation);
  return [
    ["typescript", client, formatClientCall] as const,
    ["typescript", "grid.http", formatHttpCall] as const,
    ["shell", "curl", formatCurlCall] as const,
  ].flatMap(([lang, name, format]) =>
    calls.map((call) => ({
      lang,
      label: call.kind === undefined ? name : `${name} · ${call.kind}`,
      source: format(document, operation, call, client),
    })),
  );
}
