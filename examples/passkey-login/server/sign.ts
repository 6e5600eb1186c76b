/** What the page adds to the body of a change that it has signed. */
export interface Signed {
  readonly signature: string;
  readonly requestId: string;
}

/** The headers of a call that the page has signed; none before. */
export function sign(signed?: Signed) {
  return signed ? { header: { "Grid-Wallet-Signature": signed.signature, "Request-Id": signed.requestId } } : {};
}
