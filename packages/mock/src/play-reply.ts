import type { CheckResponse, Operation } from "@grid-sdk/contract";
import {
  type Delivery,
  type OperationRequest,
  type PreparedReply,
  readReply,
  type ReceivedRequest,
  type ReplySource,
} from "@grid-sdk/test-server";
import type { MadeResponse, MakeResponse } from "./make-response.ts";

/** What a reply makes of a request. */
export interface Played {
  readonly delivery: Delivery;
  readonly note?: string | undefined;
}

export type PlayReply = (
  operation: Operation,
  request: ReceivedRequest,
  seen: OperationRequest,
  reply: PreparedReply,
  usual: MadeResponse,
) => Promise<Played>;

/** Carries out replies. Throws what a reply function throws, and a `TypeError` for what it returns if that is no reply. */
export function createPlayer(makeResponse: MakeResponse, checkResponse: CheckResponse): PlayReply {
  const make = async (operation: Operation, request: ReceivedRequest, source: ReplySource, usual: MadeResponse) => {
    if (source.kind === "raw") {
      const { status, headers, raw } = source;
      return { response: { status, headers, raw, body: undefined } };
    }
    if (source.kind === "network" || source.kind === "respond") return { response: usual.response };
    const isUsual = source.kind === "documented" && source.choice.code === undefined;
    const choice = source.kind === "body" ? { code: source.status } : source.choice;
    const { response, note } = isUsual ? usual : await makeResponse(operation, request, choice);
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
      if (result === undefined) return { delivery: { response: usual.response, delayMs }, note: usual.note };
      const inner = readReply(operation, refuseNesting(result), checkResponse);
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
  if (isNested) throw new TypeError("A reply function returned a function; it has to return a reply.");
  return result;
}
