import type { CheckResponse } from "@grid-sdk/contract";
import { isJsonObject, type Operation } from "@grid-sdk/openapi";
import { type PreparedReply, readReply } from "@grid-sdk/server-kit";

/**
 * Reads what a call is to fail with: what the mock's `reply` takes, but for a success, or `{ status, code }`. Throws a
 * `TypeError` that says what there is, for what the fragment does not allow.
 */
export function readFailure(operation: Operation, failure: unknown, checkResponse: CheckResponse): PreparedReply {
  const reply = readReply(operation, expandCode(operation, failure), checkResponse);
  const { source } = reply;
  const status = source.kind === "documented" ? source.choice.code : source.kind === "body" ? source.status : undefined;
  if (status === undefined || status >= 400) return reply;
  throw new TypeError(
    `${operation.id}: fail takes errors; got ${status}. What succeeds follows from what the emulator remembers: make it so.`,
  );
}

/** The example that has the code; where there is none, a body with it. */
function expandCode({ responses }: Operation, failure: unknown): unknown {
  if (!isJsonObject(failure) || failure["code"] === undefined) return failure;
  const { code, ...others } = failure;
  const examples = [...(responses.get(Number(failure["status"]))?.body?.examples ?? [])];
  const named = examples.find(([, value]) => isJsonObject(value) && value["code"] === code);
  if (named) return { ...others, example: named[0] };
  return {
    ...others,
    body: { status: failure["status"], code, message: `The emulator was told to fail with ${String(code)}.` },
  };
}
