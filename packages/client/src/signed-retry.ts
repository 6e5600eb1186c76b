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
 * Makes a call that may have to be signed: if it answers 202, has `payloadToSign` signed with a verified session's
 * key and makes the same call again with `Grid-Wallet-Signature` and `Request-Id`. Resolves to the answer that is no
 * 202. A signature works once, so the signed call is never repeated after an ambiguous failure, even if the client
 * has `retryUnsafe`.
 *
 * Throws what the calls and `sign` throw, and a `GridResponseError` for a challenge that has expired and for a 202
 * in spite of the signature.
 *
 * @param call makes the call: `(signed) => grid.revokeAuthCredential({ path: { id }, ...signed })`
 * @param sign signs the payload exactly as it is given
 */
export async function signedRetry<Answer extends Result>(
  call: (signed: SignedInput) => Promise<Answer>,
  sign: (payloadToSign: string) => string | Promise<string>,
): Promise<Exclude<Answer, { status: 202 }>> {
  const first = await call({});
  if (!requiresSignature(first)) return first as Exclude<Answer, { status: 202 }>;
  const { payloadToSign, requestId } = first.data;
  refuseExpired(first);
  const signature = await sign(payloadToSign);
  // Signing may have waited for a person.
  refuseExpired(first);
  const header = { "Grid-Wallet-Signature": signature, "Request-Id": requestId };
  const second = await call({ header, retryUnsafe: false });
  if (requiresSignature(second)) throw refuse(second, "the demand for a signature that it has got");
  return second as Exclude<Answer, { status: 202 }>;
}

function requiresSignature(answer: Result): answer is SignatureRequired {
  return answer.status === 202;
}

function refuseExpired(answer: SignatureRequired): void {
  const { expiresAt } = answer.data;
  if (Date.parse(expiresAt) > Date.now()) return;
  const now = new Date().toISOString();
  throw refuse(answer, `a challenge that expired at ${expiresAt}; it is ${now} here. Make the call again`);
}

function refuse(answer: SignatureRequired, problem: string): GridResponseError {
  return new GridResponseError(answer, problem, { mayHaveBeenProcessed: false });
}
