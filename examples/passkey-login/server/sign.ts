/** The fields that the page adds to the body of a signed change. */
export interface Signed {
  readonly signature: string;
  readonly requestId: string;
}

/** The headers of a call that the page has signed. Without a signature, it is empty. */
export function sign(signed?: Signed) {
  return signed ? { header: { "Grid-Wallet-Signature": signed.signature, "Request-Id": signed.requestId } } : {};
}
