import type { Revision } from "@grid-sdk/core";
import { callOperation, type OperationInput } from "./call-operation.ts";
import { copyOwn } from "./copy-own.ts";
import { createEmit } from "./events.ts";
import { createHttpClient } from "./http-client.ts";
import { createLog } from "./log.ts";
import type { GridClientOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { createTransport } from "./transport.ts";

/** A client of a revision: a method per operation of its table, and openapi-fetch's own client as `http`. */
export function createClient<Client>(revision: Revision, given: GridClientOptions): Client {
  const options = copyOwn(given);
  const settings = readOptions(revision, options);
  const emit = createEmit(options.onEvent, createLog(options.logger));
  const { http, send } = createHttpClient(options, settings, createTransport(options, settings, emit), emit);
  const methods = Object.keys(revision.operationTable).map((id) => [
    id,
    (input?: OperationInput) => callOperation(settings, send, emit, id, input),
  ]);
  return { ...Object.fromEntries(methods), http } as Client;
}
