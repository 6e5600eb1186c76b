import type { CheckResponse } from "@grid-sdk/contract";
import type { Operation } from "@grid-sdk/openapi";
import type { PreparedResponse } from "../http/delivery.ts";
import type { ReceivedRequest } from "../http/read-request.ts";
import type { ResponseChoice } from "./find-response.ts";
import { type PreparedReply, readReply, refusesConnections } from "./read-reply.ts";
import type { ApiRequest } from "./reply.ts";
import type { Outcome } from "../requests/outcome.ts";

/** A response that a server made, with a note for the log. */
export interface MadeResponse {
  readonly response: PreparedResponse;
  readonly note?: string | undefined;
}

/** Makes a documented response. */
type MakeResponse = (operation: Operation, request: ReceivedRequest, choice: ResponseChoice) => Promise<MadeResponse>;

export type PlayReply = (
  operation: Operation,
  request: ReceivedRequest,
  seen: ApiRequest,
  reply: PreparedReply,
  /** Makes the usual response. Called at most once, and only if the reply needs it. */
  usual: () => Promise<MadeResponse>,
) => Promise<Pick<Outcome, "delivery" | "note">>;

/** Applies replies. Throws what a reply function throws, and a `TypeError` if it returns something that is not a reply. */
export function createReplyPlayer(makeResponse: MakeResponse, checkResponse: CheckResponse): PlayReply {
  const play: PlayReply = async (operation, request, seen, { source, delayMs }, usual) => {
    if (source.kind === "respond") {
      const result = await source.respond(seen);
      const inner = readReply(operation, result === undefined ? USUAL : refuseNesting(result), checkResponse);
      if (refusesConnections(inner.source)) throw refuseRefused();
      const played = await play(operation, request, seen, inner, usual);
      return { ...played, delivery: { ...played.delivery, delayMs: delayMs + inner.delayMs } };
    }
    if (source.kind === "raw") {
      const { status, headers, raw } = source;
      return { delivery: { response: { status, headers, raw, body: undefined }, delayMs } };
    }
    if (source.kind === "network") {
      const { response } = await usual();
      const networkError = source.networkError === "refused" ? undefined : source.networkError;
      return { delivery: { response, delayMs, networkError } };
    }
    const { choice, body } = source;
    const { response, note } =
      choice.code === undefined ? await usual() : await makeResponse(operation, request, choice);
    // The documented headers stay, whatever body was made with them.
    const headers = { ...response.headers, ...source.headers };
    if (body === undefined) return { delivery: { response: { ...response, headers }, delayMs }, note };
    return { delivery: { response: { status: choice.code ?? response.status, headers, body }, delayMs } };
  };
  return play;
}

/** The reply that sends the usual response. */
const USUAL = { delayMs: 0 };

function refuseNesting(result: unknown): unknown {
  const isNested = typeof result === "function" || (result as { respond?: unknown } | null)?.respond !== undefined;
  if (isNested) throw new TypeError("A reply function returned a function. It must return a reply.");
  return result;
}

/** When a function is called, the connection is open already. */
function refuseRefused(): TypeError {
  return new TypeError(
    'A reply function returned the network error "refused", but the connection is open by then. ' +
      'Return "reset" to end it.',
  );
}
