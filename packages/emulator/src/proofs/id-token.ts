import type { JWTPayload } from "jose";
import { refuseProof } from "../refusal.ts";
import type { Identity } from "../state/model.ts";
import type { Issuer } from "./issuer.ts";

/** The highest age of a token. */
export const MAX_TOKEN_AGE_S = 60;
/** The allowed difference between clocks. */
const CLOCK_SKEW_S = 5;

export interface VerifiedToken {
  readonly identity: Identity;
  readonly nickname: string;
  readonly nonce: unknown;
}

/**
 * Verifies an OpenID Connect ID token at a time: its signature by a key of the issuer, `iss`, `exp`, and that `iat` is at
 * most a minute back. Throws a `Refusal`: 401.
 */
export async function verifyIdToken(token: string, issuer: Issuer, now: number): Promise<VerifiedToken> {
  const payload = await verify(token, issuer, now);
  const { iss = "", sub = "", email, nonce } = payload;
  const aud = [payload.aud ?? []].flat().join(" ");
  return { identity: { iss, sub, aud }, nickname: typeof email === "string" ? email : sub, nonce };
}

async function verify(token: string, issuer: Issuer, now: number): Promise<JWTPayload> {
  const { createLocalJWKSet, jwtVerify } = await import("jose");
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [...issuer.keys.keys] }), {
      issuer: issuer.url,
      currentDate: new Date(now),
      maxTokenAge: MAX_TOKEN_AGE_S,
      clockTolerance: CLOCK_SKEW_S,
      requiredClaims: ["sub", "aud", "exp"],
    });
    return payload;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refuseProof(`The OpenID Connect token is not valid: ${reason}.`, { reason });
  }
}
