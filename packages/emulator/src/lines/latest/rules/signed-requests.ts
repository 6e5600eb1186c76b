import { refuseMissingRequestId, refuseMissingSignature } from "../../../refusal.ts";

/** The two headers of a signed request must come together. */
export function demandBothHeaders(signature: string | undefined, requestId: string | undefined): void {
  if (signature === undefined) throw refuseMissingSignature();
  if (requestId === undefined) throw refuseMissingRequestId();
}
