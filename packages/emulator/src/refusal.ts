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
    details?: JsonObject,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
    this.headers = headers;
  }
}

/** A request that has the documented form, but that the API does not accept. */
export function refuseInput(message: string, details?: JsonObject): Refusal {
  return new Refusal(400, "INVALID_INPUT", message, details);
}

/** A `clientPublicKey` that is not a key. */
export function refusePublicKey(message: string): Refusal {
  return new Refusal(400, "INVALID_PUBKEY_FORMAT", message, {
    field: "clientPublicKey",
    reason: "not a point of P-256",
  });
}

/** A proof that is wrong, late or used. */
export function refuseProof(message: string, details?: JsonObject): Refusal {
  return new Refusal(401, "UNAUTHORIZED", message, details);
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

/** An id of something that does not exist. */
export function refuseReference(message: string, details: JsonObject): Refusal {
  return new Refusal(404, "REFERENCE_NOT_FOUND", message, details);
}

/** A request that is allowed again after a time. */
export function refuseRate(message: string, waitMs: number): Refusal {
  const headers = { "retry-after": String(Math.ceil(waitMs / 1000)) };
  return new Refusal(429, "RATE_LIMITED", message, undefined, headers);
}
