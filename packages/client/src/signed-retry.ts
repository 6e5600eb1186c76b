import { callsOfResults } from "./call-operation.ts";
import { GridConfigError } from "./errors/grid-config-error.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";
import { isProcessing, PROCESSING } from "./is-processing.ts";
import { readServerTime } from "./retry-after.ts";

/** The additional input of the signed call: spread it into the operation's input. */
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
   * The highest number of signatures that the operation needs, each for a payload of its own. Default: 1.
   * `createDelegatedKey` needs 2.
   */
  readonly signatures?: 1 | 2 | undefined;
}

/**
 * Makes a call, and if the API requires a signature (202), signs the payload and makes the call again. Use it where you
 * hold the key. A user's key is on the user's device, and there the same needs two requests to your backend, without this
 * function: the first makes the call and returns `payloadToSign`, `requestId` and `expiresAt` of its 202 to the device;
 * the second gets the signature and makes the call again with
 * `header: { "Grid-Wallet-Signature": signature, "Request-Id": requestId }`.
 *
 * With `signatures: 2`, it signs once more if the signed call also responds with 202. Resolves to the first response
 * that is not a 202. A signature works once, so a signed call is never retried after an ambiguous failure, even if the
 * client has `retryUnsafe`. Whether a challenge has expired is decided by the server's clock (`Date`), or without one by
 * this machine's.
 *
 * Throws what `call` and `sign` throw, a `GridConfigError` for other `signatures`, and a `GridResponseError` for a
 * challenge that has expired, for a 202 after the last signature, and for a body that says `PROCESSING`
 * (`isProcessing`). After `PROCESSING`, send the identical signed request again: the argument of `call` has the signature.
 *
 * @param call makes the call: `(signed) => grid.revokeAuthCredential({ path: { id }, ...signed })`
 * @param sign returns the signature of a payload. It signs the payload exactly as it is.
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
  if (![1, 2].includes(signatures)) throw new GridConfigError(`signatures must be 1 or 2; got ${signatures}.`);
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
  const { payloadToSign, requestId } = challenge.data;
  // The server's clock, which goes on from its response.
  const offset = readServerTime(challenge.headers) - performance.now();
  refuseExpired(challenge, offset + performance.now());
  const signature = await sign(payloadToSign);
  // Signing may have waited for a person.
  refuseExpired(challenge, offset + performance.now());
  return { header: { "Grid-Wallet-Signature": signature, "Request-Id": requestId }, retryUnsafe: false };
}

function requiresSignature(result: Result): result is SignatureRequired {
  return result.status === 202;
}

function refuseExpired(result: SignatureRequired, now: number): void {
  const { expiresAt } = result.data;
  if (Date.parse(expiresAt) > now) return;
  const at = new Date(now).toISOString();
  throw refuse(result, `a challenge that expired at ${expiresAt}, and it is ${at} there: make the call again`);
}

function refuse(result: Result, problem: string, isAtWork = false): GridResponseError {
  const call = callsOfResults.get(result.headers);
  return new GridResponseError(result, problem, { ...call, isProcessing: isAtWork }, isAtWork);
}

function describeFurther(signatures: number): string {
  const other = signatures === 1 ? ", or pass { signatures: 2 } if it needs two, as createDelegatedKey does" : "";
  return `another challenge although the call was signed: spread the argument of \`call\` into its input${other}`;
}
