import { isDeepStrictEqual } from "node:util";
import { Refusal, refuseInput } from "../refusal.ts";
import type { Account, Identity, OtpType, Passkey } from "../state/model.ts";

/** The first credential of a wallet needs no signature. A session must sign for each further one. */
export function needsSignature({ credentials }: Account): boolean {
  return credentials.size > 0;
}

/** A wallet has at most one credential of each one-time password type. */
export function refuseSecondOtp({ id, credentials }: Account, type: OtpType): void {
  if (![...credentials.values()].some((other) => other.type === type)) return;
  throw new Refusal(
    400,
    `${type}_CREDENTIAL_ALREADY_EXISTS`,
    `An ${type} credential already exists for this account.`,
    { accountId: id },
  );
}

/** A wallet can have several passkeys, but each only once. */
export function refuseSecondPasskey({ credentials }: Account, { credentialId }: Passkey): void {
  const same = [...credentials.values()].find(
    (other) => other.type === "PASSKEY" && other.passkey.credentialId === credentialId,
  );
  if (!same) return;
  throw new Refusal(400, "PASSKEY_CREDENTIAL_ALREADY_EXISTS", "This passkey is already registered for this account.", {
    id: same.id,
  });
}

/** A wallet can have an identity (issuer, subject and audience) only once. */
export function refuseSecondIdentity({ credentials }: Account, identity: Identity): void {
  const same = [...credentials.values()].find(
    (other) => other.type === "OAUTH" && isDeepStrictEqual(other.identity, identity),
  );
  if (!same) return;
  throw refuseInput("This identity is already registered for this account.", { id: same.id });
}

/** A challenge can register only one passkey. */
export function refuseUsedChallenge({ registrationChallenges }: Account, challenge: string): void {
  if (!registrationChallenges.has(challenge)) return;
  throw refuseInput("The challenge was used to register a passkey. Make a new one.", {
    field: "challenge",
    reason: "used",
  });
}
