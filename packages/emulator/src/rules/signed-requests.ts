import type { ApiRequest } from "@grid-sdk/server-kit";
import { createHash, randomUUID } from "node:crypto";
import { canonicalJson } from "@grid-sdk/openapi";
import { formatTime } from "../clock.ts";
import type { CheckSigner, Emulation } from "../emulation.ts";
import { readStamp, type Stamp, verifyStamp } from "../proofs/stamp.ts";
import { Refusal, refuseMissingRequestId, refuseMissingSignature, refuseSignature } from "../refusal.ts";
import type { Account, DelegatedKey, PendingRequest, Session } from "../state/model.ts";

/** What a request is to be signed with. */
interface SignatureRequest {
  /** Default: a description of the request. */
  readonly payloadToSign?: string;
  /** What the description says besides. */
  readonly parameters?: object;
  /** The only key that may sign, if it is not a session's. */
  readonly signer?: string;
  /** The key that is created by it. */
  readonly delegatedKey?: DelegatedKey;
}

/** A request whose signature is good, and the key that made it. */
interface SignedRequest extends PendingRequest {
  readonly signedBy: string;
}

/** Has a request signed: the body of the 202, with what to sign. Nothing else happens. */
export function requestSignature(
  { line, state, clock, settings }: Emulation,
  request: ApiRequest,
  account: Account,
  { signer, parameters, delegatedKey, payloadToSign: given }: SignatureRequest = {},
): Record<string, string> {
  const requestId = line.formatRequestId(randomUUID());
  const issuedAt = clock.now();
  const expiresAt = issuedAt + settings.challengeMs;
  const fingerprint = fingerprintOf(request);
  const payloadToSign =
    given ??
    JSON.stringify({
      requestId,
      accountId: account.id,
      request: `${request.method} ${request.path}`,
      sha256: fingerprint,
      ...(parameters && { parameters }),
      expiresAt: formatTime(expiresAt),
    });
  state.pendingRequests.add(requestId, {
    fingerprint,
    payloadToSign,
    signer,
    delegatedKey,
    issuedAt,
    expiresAt,
  });
  return { payloadToSign, requestId, expiresAt: formatTime(expiresAt) };
}

/**
 * The request that this one is the signed form of; undefined for one that is not signed. A signature over the exact
 * payload, by a key that may sign, sent with the request that it was asked for. The attempt uses up the request id,
 * whatever comes of it.
 */
export function takeSignedRequest(
  emulation: Emulation,
  request: ApiRequest,
  checkSigner: CheckSigner,
): SignedRequest | undefined {
  const { "grid-wallet-signature": signature, "request-id": requestId } = request.headers;
  if (signature === undefined && requestId === undefined) return undefined;
  emulation.line.checkHeaders(signature, requestId);
  const pending = demandPendingRequest(emulation, requestId);
  demandSameRequest(pending, request);
  const stamp = demandStamp(signature);
  checkSigner(stamp, pending);
  demandSignature(stamp, pending);
  return { ...pending, signedBy: stamp.publicKey };
}

/** A request id works once, and until it expires. */
export function demandPendingRequest({ state, clock }: Emulation, requestId: string | undefined): PendingRequest {
  if (requestId === undefined) throw refuseMissingRequestId();
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
export function demandSameRequest(pending: PendingRequest, request: ApiRequest): void {
  if (pending.fingerprint === fingerprintOf(request)) return;
  throw new Refusal(
    401,
    "WALLET_SIGNATURE_BODY_MISMATCH",
    "The Request-Id is of another request: method, path and body have to be those that were answered with 202.",
  );
}

/** A signature has the form of a stamp. */
export function demandStamp(signature: string | undefined): Stamp {
  if (signature === undefined) throw refuseMissingSignature();
  const stamp = readStamp(signature);
  if (stamp) return stamp;
  throw new Refusal(
    401,
    "WALLET_SIGNATURE_MALFORMED",
    "Grid-Wallet-Signature is not base64url without padding of the JSON { publicKey, scheme, signature }.",
  );
}

/** It is made with the key of an open session of the same account, and not of the credential that it revokes. */
export function demandSigner(sessions: readonly Session[], { publicKey }: Stamp, notBy?: string): void {
  const byKey = sessions.filter((open) => open.publicKey === publicKey);
  if (byKey.length === 0) throw refuseSignature("The signature is not by the key of an open session of this account.");
  if (byKey.every(({ credentialId }) => credentialId !== notBy)) return;
  throw refuseSignature("A credential cannot be revoked by its own session: sign with a session of another one.");
}

/** It is over the exact payload. */
export function demandSignature(stamp: Stamp, { payloadToSign }: PendingRequest): void {
  if (verifyStamp(stamp, payloadToSign)) return;
  throw refuseSignature("The signature does not verify: sign payloadToSign exactly as it came.");
}

function fingerprintOf({ method, operationId, pathParameters, body }: ApiRequest): string {
  return createHash("sha256").update(canonicalJson({ method, operationId, pathParameters, body })).digest("hex");
}
