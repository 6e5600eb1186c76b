import { isDeepStrictEqual } from "node:util";
import type { Emulation } from "../emulation.ts";
import { importPublicKey } from "../keys/public-key.ts";
import { MAX_TOKEN_AGE_S, type VerifiedToken } from "../proofs/id-token.ts";
import { Refusal } from "../refusal.ts";
import type {
  Credential,
  EmailOtpCredential,
  OauthCredential,
  PasskeyChallenge,
  PasskeyCredential,
} from "../state/model.ts";

const EXPIRED = "What the request answers has expired. Ask for a new one.";

/** A proof is of the credential's own type. */
export function demandType({ type }: Credential, given: string): void {
  if (type === given) return;
  throw new Refusal(400, "INVALID_INPUT", `The credential is of type ${type}.`, {
    details: { field: "type", reason: `not ${type}` },
  });
}

/** A session's key is sealed for an uncompressed point of P-256. */
export function demandPublicKey(clientPublicKey: string): void {
  if (/^04[0-9a-f]{128}$/i.test(clientPublicKey) && isPoint(clientPublicKey)) return;
  throw new Refusal(
    400,
    "INVALID_PUBKEY_FORMAT",
    "clientPublicKey must be an uncompressed P-256 public key in hex: 04, X and Y, 130 characters.",
    { details: { field: "clientPublicKey", reason: "not a point of P-256" } },
  );
}

/** A code is the one that was mailed last, works once, and until it expires. A wrong one leaves it as it is. */
export function useCode({ clock }: Emulation, credential: EmailOtpCredential, otp: string): void {
  const { code } = credential;
  if (code?.value !== otp) throw new Refusal(401, "UNAUTHORIZED", "The one-time password is wrong, or was used.");
  credential.code = undefined;
  if (code.expiresAt <= clock.now()) throw new Refusal(401, "UNAUTHORIZED", EXPIRED);
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
  if (state.usedTokens.peek(token)) throw new Refusal(401, "UNAUTHORIZED", "The OpenID Connect token was used.");
  // Longer than it is taken for fresh, skew included.
  state.usedTokens.add(token, { expiresAt: clock.now() + 3 * MAX_TOKEN_AGE_S * 1000 });
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
  throw new Refusal(401, "UNAUTHORIZED", EXPIRED);
}

function isPoint(hex: string): boolean {
  try {
    return importPublicKey(hex).type === "public";
  } catch {
    return false;
  }
}
