import type { ApiRequest } from "@grid-sdk/server-kit";
import { createHash, randomUUID } from "node:crypto";
import { canonicalJson } from "@grid-sdk/openapi";
import { formatTime } from "../clock.ts";
import type { CheckSigner, Emulation } from "../emulation.ts";
import { readStamp, type Stamp, verifyStamp } from "../proofs/stamp.ts";
import { Refusal, refuseMissingRequestId, refuseMissingSignature, refuseProof, refuseSignature } from "../refusal.ts";
import type { Account, DelegatedKey, PendingRequest } from "../state/model.ts";
import { listSessions } from "../state/sessions.ts";

/** How a request has to be signed. */
interface SignatureRequest {
  /** Default: a description of the request. */
  readonly payloadToSign?: string;
  /** Further fields of the description. */
  readonly parameters?: object;
  /** The only key that may sign, if it is not a session's. */
  readonly signer?: string;
  /** The delegated key that the request creates. */
  readonly delegatedKey?: DelegatedKey;
}

/** A request with a valid signature, and the key that made it. */
interface SignedRequest extends PendingRequest {
  readonly signedBy: string;
}

/** Asks for a signature. Returns the body of the 202, with the payload to sign. */
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
 * Checks a signed retry, and returns the pending request that it signs; undefined if the request is not signed. The
 * signature must be over the exact payload, by a key that may sign, and the request must be the same. An attempt uses up the
 * request id even if it fails.
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

/** A request id works once, until it expires. */
export function demandPendingRequest({ state, clock }: Emulation, requestId: string | undefined): PendingRequest {
  if (requestId === undefined) throw refuseMissingRequestId();
  const pending = state.pendingRequests.take(requestId);
  if (!pending) throw refuseProof("The Request-Id is unknown or was used. Send the request unsigned to get a new one.");
  if (pending.expiresAt > clock.now()) return pending;
  throw refuseProof("The Request-Id has expired. Send the request unsigned to get a new payload.");
}

/** The signed retry must have the same method, path and body. */
export function demandSameRequest(pending: PendingRequest, request: ApiRequest): void {
  if (pending.fingerprint === fingerprintOf(request)) return;
  throw new Refusal(
    401,
    "WALLET_SIGNATURE_BODY_MISMATCH",
    "The Request-Id is of another request. Send the method, path and body that got the 202.",
  );
}

/** A signature must have the form of a stamp. */
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

/** The key must be of an open session of the account, but not of `notBy`, the credential that is revoked. */
export function demandSigner({ state }: Emulation, account: Account, notBy?: string): CheckSigner {
  return ({ publicKey }) => {
    const byKey = listSessions(state, account.id).filter((open) => open.publicKey === publicKey);
    if (byKey.length === 0)
      throw refuseSignature("The signature was not made with the key of an open session of this account.");
    if (byKey.every(({ credentialId }) => credentialId !== notBy)) return;
    throw refuseSignature("A session cannot revoke its own credential. Sign with a session of another credential.");
  };
}

/** The signature must be over the exact payload. */
export function demandSignature(stamp: Stamp, { payloadToSign }: PendingRequest): void {
  if (verifyStamp(stamp, payloadToSign)) return;
  throw refuseSignature("The signature is not valid. Sign payloadToSign exactly as it came.");
}

function fingerprintOf({ method, operationId, pathParameters, body }: ApiRequest): string {
  return createHash("sha256").update(canonicalJson({ method, operationId, pathParameters, body })).digest("hex");
}
