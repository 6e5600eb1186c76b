import { callsOfResults } from "./call-operation.ts";
import { GridResponseError } from "./errors/grid-response-error.ts";

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

/**
 * Makes a call that may have to be signed where the key is at hand, in one go. A user's key is on the user's device,
 * and there the same takes two requests of your backend, without this function: the first makes the call and gives
 * the `payloadToSign`, `requestId` and `expiresAt` of its 202 to the device; the second gets the signature and makes
 * the call again with `header: { "Grid-Wallet-Signature": signature, "Request-Id": requestId }`.
 *
 * If the call responds with 202, has `payloadToSign` signed with a verified session's key and makes the same call
 * again with `Grid-Wallet-Signature` and `Request-Id`. Resolves to the response that is no 202. A signature works
 * once, so the signed call is never sent again after an ambiguous failure, even if the client has `retryUnsafe`.
 * Whether a challenge has expired is judged by the server's clock, its `Date`, and by this machine's without one.
 *
 * Throws what the calls and `sign` throw, and a `GridResponseError` for a challenge that has expired and for a 202
 * in spite of the signature.
 *
 * @param call makes the call: `(signed) => grid.revokeAuthCredential({ path: { id }, ...signed })`
 * @param sign signs the payload exactly as it is given
 */
export async function signedRetry<Response extends Result>(
  call: (signed: SignedInput) => Promise<Response>,
  sign: (payloadToSign: string) => string | Promise<string>,
): Promise<Exclude<Response, { status: 202 }>> {
  const first = await call({});
  if (!requiresSignature(first)) return first as Exclude<Response, { status: 202 }>;
  const readServerTime = startServerClock(first.headers);
  const { payloadToSign, requestId } = first.data;
  refuseExpired(first, readServerTime());
  const signature = await sign(payloadToSign);
  // Signing may have waited for a person.
  refuseExpired(first, readServerTime());
  const header = { "Grid-Wallet-Signature": signature, "Request-Id": requestId };
  const second = await call({ header, retryUnsafe: false });
  if (requiresSignature(second)) {
    const problem = "another challenge although the call was signed: spread the argument of `call` into its input";
    throw refuse(second, problem);
  }
  return second as Exclude<Response, { status: 202 }>;
}

function requiresSignature(result: Result): result is SignatureRequired {
  return result.status === 202;
}

/** The server's clock, going on from the `Date` of its response. */
function startServerClock(headers: Headers): () => number {
  const date = Date.parse(headers.get("date") ?? "");
  const start = performance.now();
  return () => (Number.isNaN(date) ? Date.now() : date + performance.now() - start);
}

function refuseExpired(result: SignatureRequired, now: number): void {
  const { expiresAt } = result.data;
  if (Date.parse(expiresAt) > now) return;
  const at = new Date(now).toISOString();
  throw refuse(result, `a challenge that expired at ${expiresAt}; it is ${at} there. Make the call again`);
}

function refuse(result: SignatureRequired, problem: string): GridResponseError {
  return new GridResponseError(result, problem, callsOfResults.get(result.headers) ?? {}, false);
}
