import type { ApiRequest } from "@grid-sdk/server-kit";
import type { Emulation, Handle, Result } from "../emulation.ts";

/** Carries out the operation of a request; undefined if the line has no rules for it. */
export async function handleOperation(emulation: Emulation, request: ApiRequest): Promise<Result | undefined> {
  const { handlers } = emulation.line;
  // Each request goes to the handler of its own operation.
  const handle = Object.hasOwn(handlers, request.operationId) ? handlers[request.operationId] : undefined;
  return (handle as Handle | undefined)?.(emulation, request);
}
