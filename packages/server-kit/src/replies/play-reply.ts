import type { CheckResponse } from "@grid-sdk/contract";
import type { Operation } from "@grid-sdk/openapi";
import type { Delivery, PreparedResponse } from "../http/delivery.ts";
import type { ReceivedRequest } from "../http/read-request.ts";
import type { ResponseChoice } from "./find-response.ts";
import { type PreparedReply, readReply, type ReplySource } from "./read-reply.ts";
import type { ApiRequest } from "./reply.ts";

/** A response that a server made, with a note for the log. */
export interface MadeResponse {
  readonly response: PreparedResponse;
  readonly note?: string | undefined;
}

/** Makes a documented response. */
type MakeResponse = (operation: Operation, request: ReceivedRequest, choice: ResponseChoice) => Promise<MadeResponse>;

/** What a request gets by a reply. */
export interface Played {
  readonly delivery: Delivery;
  readonly note?: string | undefined;
}

export type PlayReply = (
  operation: Operation,
  request: ReceivedRequest,
  seen: ApiRequest,
  reply: PreparedReply,
  /** Makes the usual response. Called at most once, and only if the reply needs it. */
  usual: () => Promise<MadeResponse>,
) => Promise<Played>;

/** Applies replies. Throws what a reply function throws, and a `TypeError` if it returns something that is not a reply. */
export function createReplyPlayer(makeResponse: MakeResponse, checkResponse: CheckResponse): PlayReply {
  const make = async (
    operation: Operation,
    request: ReceivedRequest,
    source: ReplySource,
    usual: () => Promise<MadeResponse>,
  ) => {
    if (source.kind === "raw") {
      const { status, headers, raw } = source;
      return { response: { status, headers, raw, body: undefined } };
    }
    if (source.kind === "network" || source.kind === "respond") return { response: (await usual()).response };
    const isUsual = source.kind === "documented" && source.choice.code === undefined;
    const choice = source.kind === "body" ? { code: source.status } : source.choice;
    const { response, note } = isUsual ? await usual() : await makeResponse(operation, request, choice);
    const headers = { ...response.headers, ...source.headers };
    if (source.kind === "documented") return { response: { ...response, headers }, note };
    // The documented headers stay, whatever body was made with them.
    const type = { "content-type": "application/json" };
    return {
      response: { status: source.status, headers: { ...headers, ...type, ...source.headers }, body: source.body },
    };
  };

  const play: PlayReply = async (operation, request, seen, reply, usual) => {
    const { source, delayMs } = reply;
    if (source.kind === "respond") {
      const result = await source.respond(seen);
      if (result === undefined) {
        const { response, note } = await usual();
        return { delivery: { response, delayMs }, note };
      }
      const inner = readReply(operation, refuseNesting(result), checkResponse);
      refuseRefused(inner);
      const played = await play(operation, request, seen, inner, usual);
      return { ...played, delivery: { ...played.delivery, delayMs: delayMs + inner.delayMs } };
    }
    const { response, note } = { note: undefined, ...(await make(operation, request, source, usual)) };
    const networkError =
      source.kind === "network" && source.networkError !== "refused" ? source.networkError : undefined;
    return { delivery: { response, delayMs, networkError }, note };
  };
  return play;
}

function refuseNesting(result: unknown): unknown {
  const isNested = typeof result === "function" || (result as { respond?: unknown } | null)?.respond !== undefined;
  if (isNested) throw new TypeError("A reply function returned a function. It must return a reply.");
  return result;
}

/** When a function is called, the connection is open already. */
function refuseRefused({ source }: PreparedReply): void {
  if (source.kind !== "network" || source.networkError !== "refused") return;
  throw new TypeError(
    'A reply function returned the network error "refused", but the connection is open by then. ' +
      'Return "reset" to end it.',
  );
}
