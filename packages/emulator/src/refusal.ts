import type { JsonObject } from "@grid-sdk/openapi";

/** Thrown by a rule that refuses a request. It becomes the documented error of its status. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: JsonObject | undefined;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    { details, headers = {} }: { details?: JsonObject; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
    this.headers = headers;
  }
}

/** A signature with the right form, but with the wrong key or over another payload. */
export function refuseSignature(message: string): Refusal {
  return new Refusal(401, "WALLET_SIGNATURE_INVALID", message);
}

export function refuseMissingSignature(): Refusal {
  const message = "Grid-Wallet-Signature is missing. Sign the payloadToSign of the 202.";
  return new Refusal(401, "WALLET_SIGNATURE_MISSING", message);
}

export function refuseMissingRequestId(): Refusal {
  const message = "Request-Id is missing. Send the requestId of the 202 whose payload was signed.";
  return new Refusal(401, "REQUEST_ID_MISSING", message);
}
