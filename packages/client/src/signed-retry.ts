import { callsOfResults } from "./call-operation.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";
import { isProcessing, PROCESSING } from "./is-processing.ts";
import { readServerTime } from "./retry-after.ts";

/** What the second call has to be made with: spread it into the operation's input. */
export interface SignedInput {
  readonly header?: { readonly "Grid-Wallet-Signature": string; readonly "Request-Id": string };
  readonly retryUnsafe?: false;
}

interface Result {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Headers;
}

interface SignatureRequired extends Result {
  readonly status: 202;
  readonly data: { readonly payloadToSign: string; readonly requestId: string; readonly expiresAt: string };
}

export interface SignedRetryOptions {
  /**
   * How many signatures the operation takes at most, each for a payload of its own. Default: 1. `createDelegatedKey`
   * takes 2.
   */
  readonly signatures?: 1 | 2 | undefined;
}

/**
 * Makes a call that may have to be signed where the key is at hand, in one go. A user's key is on the user's device,
 * and there the same takes two requests of your backend, without this function: the first makes the call and gives
 * the `payloadToSign`, `requestId` and `expiresAt` of its 202 to the device; the second gets the signature and makes
 * the call again with `header: { "Grid-Wallet-Signature": signature, "Request-Id": requestId }`.
 *
 * If the call responds with 202, has `payloadToSign` signed with a verified session's key and makes the same call
 * again with `Grid-Wallet-Signature` and `Request-Id`; with `signatures: 2`, once more if that responds with a further
 * 202. Resolves to the response that is no 202. A signature works once, so the signed call is never sent again after an
 * ambiguous failure, even if the client has `retryUnsafe`. Whether a challenge has expired is judged by the server's
 * clock, its `Date`, and by this machine's without one.
 *
 * Throws a `GridConfigError` for other `signatures`, what the calls and `sign` throw, and a `GridResponseError` for a challenge that has expired, for a 202 in
 * spite of all signatures, and for a body that says `PROCESSING` (`isProcessing`). After the last, send the identical
 * signed request again: what `call` was given has the signature.
 *
 * @param call makes the call: `(signed) => grid.revokeAuthCredential({ path: { id }, ...signed })`
 * @param sign signs each payload exactly as it is given
 *
 * @example
 * ```ts
 * const { status } = await signedRetry(
 *   (signed) => grid.revokeAuthCredential({ path: { id }, ...signed }),
 *   (payloadToSign) => sign(payloadToSign),
 * );
 * ```
 */
export async function signedRetry<Response extends Result>(
  call: (signed: SignedInput) => Promise<Response>,
  sign: (payloadToSign: string) => string | Promise<string>,
  options?: SignedRetryOptions,
): Promise<Exclude<Response, { status: 202 }>> {
  const signatures = options?.signatures ?? 1;
  if (![1, 2].includes(signatures)) throw new GridConfigError("signatures must be 1 or 2.");
  let response = await call({});
  for (let made = 0; requiresSignature(response); made++) {
    if (made === signatures) throw refuse(response, describeFurther(signatures));
    response = await call(await signChallenge(response, sign));
  }
  if (isProcessing(response.data)) throw refuse(response, PROCESSING, true);
  return response as Exclude<Response, { status: 202 }>;
}

async function signChallenge(
  challenge: SignatureRequired,
  sign: (payloadToSign: string) => string | Promise<string>,
): Promise<SignedInput> {
  const readClock = startServerClock(challenge.headers);
  const { payloadToSign, requestId } = challenge.data;
  refuseExpired(challenge, readClock());
  const signature = await sign(payloadToSign);
  // Signing may have waited for a person.
  refuseExpired(challenge, readClock());
  return { header: { "Grid-Wallet-Signature": signature, "Request-Id": requestId }, retryUnsafe: false };
}

function requiresSignature(result: Result): result is SignatureRequired {
  return result.status === 202;
}

/** The server's clock, going on from its response. */
function startServerClock(headers: Headers): () => number {
  const time = readServerTime(headers);
  const start = performance.now();
  return () => time + performance.now() - start;
}

function refuseExpired(result: SignatureRequired, now: number): void {
  const { expiresAt } = result.data;
  if (Date.parse(expiresAt) > now) return;
  const at = new Date(now).toISOString();
  throw refuse(result, `a challenge that expired at ${expiresAt}; it is ${at} there. Make the call again`);
}

function refuse(result: Result, problem: string, isAtWork = false): GridResponseError {
  const call = callsOfResults.get(result.headers);
  return new GridResponseError(result, problem, { ...call, isProcessing: isAtWork }, isAtWork);
}

function describeFurther(signatures: number): string {
  const other = signatures === 1 ? "; or pass { signatures: 2 }, if it takes two, as createDelegatedKey does" : "";
  return `another challenge although the call was signed: spread the argument of \`call\` into its input${other}`;
}
