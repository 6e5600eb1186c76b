import { isDeepStrictEqual } from "node:util";
import type { Emulation } from "../emulation.ts";
import { MAX_TOKEN_AGE_S, type VerifiedToken } from "../proofs/id-token.ts";
import { Refusal } from "../refusal.ts";
import type { Credential, OauthCredential, PasskeyChallenge, PasskeyCredential } from "../state/model.ts";

/** A proof is of the credential's own type. */
export function demandType({ type }: Credential, given: string): void {
  if (type === given) return;
  throw new Refusal(400, "INVALID_INPUT", `The credential is of type ${type}.`, {
    details: { field: "type", reason: `not ${type}` },
  });
}

/** A token is of the credential's identity, and verifies once. */
export function useToken(
  { state, clock }: Emulation,
  { identity }: OauthCredential,
  token: string,
  verified: VerifiedToken,
): void {
  if (!isDeepStrictEqual(identity, verified.identity)) {
    throw new Refusal(401, "UNAUTHORIZED", "The OpenID Connect token is of another identity than the credential.");
  }
  // By what was signed: the signature itself can be written in several ways.
  const signed = token.slice(0, token.lastIndexOf("."));
  if (state.usedTokens.peek(signed)) throw new Refusal(401, "UNAUTHORIZED", "The OpenID Connect token was used.");
  // Longer than it is taken for fresh, skew included.
  state.usedTokens.add(signed, { expiresAt: clock.now() + 3 * MAX_TOKEN_AGE_S * 1000 });
}

/** A challenge is the credential's, and is answered once, until it expires. The attempt uses it up. */
export function takePasskeyChallenge(
  { state, clock }: Emulation,
  { id }: PasskeyCredential,
  requestId: string | undefined,
): PasskeyChallenge {
  const challenge = state.passkeyChallenges.peek(requestId ?? "");
  if (requestId === undefined || challenge?.credentialId !== id) {
    throw new Refusal(
      401,
      "UNAUTHORIZED",
      "The Request-Id is of no open challenge of this credential. Ask for a new one.",
    );
  }
  state.passkeyChallenges.take(requestId);
  if (challenge.expiresAt > clock.now()) return challenge;
  throw new Refusal(401, "UNAUTHORIZED", "What the request answers has expired. Ask for a new one.");
}
