import { isDeepStrictEqual } from "node:util";
import type { Emulation } from "../emulation.ts";
import { MAX_TOKEN_AGE_S, type VerifiedToken } from "../proofs/id-token.ts";
import { refuseInput, refuseProof } from "../refusal.ts";
import type { Credential, OauthCredential, PasskeyChallenge, PasskeyCredential } from "../state/model.ts";

/** A proof must have the type of the credential. */
export function demandType({ type }: Credential, given: string): void {
  if (type === given) return;
  throw refuseInput(`The credential is of type ${type}.`, { field: "type", reason: `not ${type}` });
}

/** A token must have the credential's identity, and works once. */
export function useToken(
  { state, clock }: Emulation,
  { identity }: OauthCredential,
  token: string,
  verified: VerifiedToken,
): void {
  if (!isDeepStrictEqual(identity, verified.identity)) {
    throw refuseProof("The OpenID Connect token belongs to another identity than the credential.");
  }
  // Compared without the signature, which can be encoded in several ways.
  const signed = token.slice(0, token.lastIndexOf("."));
  if (state.usedTokens.peek(signed)) throw refuseProof("The OpenID Connect token was used.");
  // Longer than a token is accepted as fresh, with the clock skew.
  state.usedTokens.add(signed, { expiresAt: clock.now() + 3 * MAX_TOKEN_AGE_S * 1000 });
}

/** A challenge belongs to its credential, and can be signed once, until it expires. An attempt uses it up. */
export function takePasskeyChallenge(
  { state, clock }: Emulation,
  { id }: PasskeyCredential,
  requestId: string | undefined,
): PasskeyChallenge {
  const challenge = state.passkeyChallenges.peek(requestId ?? "");
  if (requestId === undefined || challenge?.credentialId !== id) {
    throw refuseProof("The Request-Id does not belong to an open challenge of this credential. Ask for a new one.");
  }
  state.passkeyChallenges.take(requestId);
  if (challenge.expiresAt > clock.now()) return challenge;
  throw refuseProof("The challenge has expired. Ask for a new one.");
}
