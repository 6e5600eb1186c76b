import type { JsonObject } from "@grid-sdk/openapi";

/** Why a request is refused, as the documented error of its status will say it. A rule throws it. */
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

/** A signature that is a stamp, but not by the right key or not over the right payload. */
export function refuseSignature(message: string): Refusal {
  return new Refusal(401, "WALLET_SIGNATURE_INVALID", message);
}

export function refuseMissingSignature(): Refusal {
  const message = "Grid-Wallet-Signature is missing: sign the payloadToSign of the 202.";
  return new Refusal(401, "WALLET_SIGNATURE_MISSING", message);
}

export function refuseMissingRequestId(): Refusal {
  const message = "Request-Id is missing: send that of the 202 whose payload was signed.";
  return new Refusal(401, "REQUEST_ID_MISSING", message);
}
