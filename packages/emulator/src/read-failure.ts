import type { CheckResponse } from "@grid-sdk/contract";
import { isJsonObject, type Operation } from "@grid-sdk/openapi";
import { type PreparedReply, readReply } from "@grid-sdk/server-kit";

/**
 * Reads a failure: a reply as for the mock that is not a success, or `{ status, code }`. Throws a `TypeError` for a failure
 * that the fragment does not allow. The message lists what it allows.
 */
export function readFailure(operation: Operation, failure: unknown, checkResponse: CheckResponse): PreparedReply {
  const reply = readReply(operation, expandCode(operation, failure), checkResponse);
  const { source } = reply;
  const status = source.kind === "documented" ? source.choice.code : undefined;
  if (status === undefined || status >= 400) return reply;
  throw new TypeError(
    `${operation.id}: fail must be given an error status; got ${status}. For a success, change the state of the emulator.`,
  );
}

/** Replaces a code by the example that has it, or else by a body that has it. */
function expandCode({ responses }: Operation, failure: unknown): unknown {
  if (!isJsonObject(failure) || failure["code"] === undefined) return failure;
  const { code, ...others } = failure;
  const examples = [...(responses.get(Number(failure["status"]))?.body?.examples ?? [])];
  const named = examples.find(([, value]) => isJsonObject(value) && value["code"] === code);
  if (named) return { ...others, example: named[0] };
  return {
    ...others,
    body: { status: failure["status"], code, message: `A test made the emulator fail with ${String(code)}.` },
  };
}
