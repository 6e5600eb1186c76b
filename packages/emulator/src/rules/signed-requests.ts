import { createHash, randomUUID } from "node:crypto";
import { canonicalJson } from "@grid-sdk/contract";
import type { AuthMethodType } from "@grid-sdk/core";
import type { OperationRequest } from "@grid-sdk/server-kit";
import { formatTime } from "../clock.ts";
import type { Emulation, Result } from "../emulation.ts";
import { readStamp, type Stamp, verifyStamp } from "../proofs/stamp.ts";
import { Refusal } from "../refusal.ts";
import type { Account, PendingRequest, Session } from "../state/model.ts";
import { listSessions } from "../state/sessions.ts";

/** Has a request signed: the 202 with what to sign. Nothing else happens. */
export function requestSignature(
  { state, clock, settings }: Emulation,
  request: OperationRequest,
  account: Account,
  type: AuthMethodType,
): Result {
  const requestId = randomUUID();
  const issuedAt = clock.now();
  const expiresAt = issuedAt + settings.challengeMs;
  const { method, path } = request;
  const fingerprint = fingerprintOf(request);
  const payloadToSign = JSON.stringify({
    requestId,
    accountId: account.id,
    request: `${method} ${path}`,
    sha256: fingerprint,
    expiresAt: formatTime(expiresAt),
  });
  state.pendingRequests.add(requestId, { fingerprint, payloadToSign, issuedAt, expiresAt });
  return { status: 202, body: { type, payloadToSign, requestId, expiresAt: formatTime(expiresAt) } };
}

/**
 * The request that this one is the signed form of; undefined for one that is not signed. A signature over the exact
 * payload, by an open session of the account, sent with the request that it was asked for. The attempt uses up the
 * request id, whatever comes of it. `notBy` is the credential that is revoked: its own sessions cannot sign for it.
 */
export function takeSignedRequest(
  emulation: Emulation,
  request: OperationRequest,
  account: Account,
  notBy?: string,
): PendingRequest | undefined {
  const { "grid-wallet-signature": signature, "request-id": requestId } = request.headers;
  if (signature === undefined && requestId === undefined) return undefined;
  const pending = demandPendingRequest(emulation, requestId);
  demandSameRequest(pending, request);
  const stamp = demandStamp(signature);
  demandSigner(listSessions(account, emulation.clock.now()), stamp, notBy);
  demandSignature(stamp, pending);
  return pending;
}

/** A request id works once, and until it expires. */
export function demandPendingRequest({ state, clock }: Emulation, requestId: string | undefined): PendingRequest {
  if (requestId === undefined) {
    throw new Refusal(401, "UNAUTHORIZED", "Request-Id is missing: send that of the 202 whose payload was signed.");
  }
  const pending = state.pendingRequests.take(requestId);
  if (!pending)
    throw new Refusal(
      401,
      "UNAUTHORIZED",
      "The Request-Id is unknown, or was used. Send the request unsigned for another.",
    );
  if (pending.expiresAt > clock.now()) return pending;
  throw new Refusal(401, "UNAUTHORIZED", "What the request answers has expired. Send it unsigned for another payload.");
}

/** What was signed is sent: the same method, path and body. */
export function demandSameRequest(pending: PendingRequest, request: OperationRequest): void {
  if (pending.fingerprint === fingerprintOf(request)) return;
  throw refuse(
    "The Request-Id is of another request: method, path and body have to be those that were answered with 202.",
  );
}

/** A signature has the form of a stamp. */
export function demandStamp(signature: string | undefined): Stamp {
  const stamp = signature === undefined ? undefined : readStamp(signature);
  if (stamp) return stamp;
  throw refuse(
    signature === undefined
      ? "Grid-Wallet-Signature is missing: sign the payloadToSign of the 202."
      : "Grid-Wallet-Signature is not base64url without padding of the JSON { publicKey, scheme, signature }.",
  );
}

/** It is made with the key of an open session of the same account, and not of the credential that it revokes. */
export function demandSigner(sessions: readonly Session[], { publicKey }: Stamp, notBy?: string): Session {
  const session = sessions.find((open) => open.publicKey === publicKey);
  if (!session) throw refuse("The signature is not by the key of an open session of this account.");
  if (session.credentialId !== notBy) return session;
  throw refuse("A credential cannot be revoked by its own session: sign with a session of another one.");
}

/** It is over the exact payload. */
export function demandSignature(stamp: Stamp, { payloadToSign }: PendingRequest): void {
  if (verifyStamp(stamp, payloadToSign)) return;
  throw refuse("The signature does not verify: sign payloadToSign exactly as it came.");
}

function refuse(message: string): Refusal {
  return new Refusal(401, "INVALID_SIGNATURE", message);
}

function fingerprintOf({ method, operationId, pathParameters, body }: OperationRequest): string {
  return createHash("sha256").update(canonicalJson({ method, operationId, pathParameters, body })).digest("hex");
}
