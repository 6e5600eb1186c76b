import { isDeepStrictEqual } from "node:util";
import { Refusal } from "../refusal.ts";
import type { Account, Identity, OtpType, Passkey } from "../state/model.ts";

/** The first credential of a wallet is registered unsigned; a session has to sign for each further one. */
export function needsSignature({ credentials }: Account): boolean {
  return credentials.size > 0;
}

/** A wallet has one credential of each type of one-time password. */
export function refuseSecondOtp({ id, credentials }: Account, type: OtpType): void {
  if (![...credentials.values()].some((other) => other.type === type)) return;
  throw new Refusal(
    400,
    `${type}_CREDENTIAL_ALREADY_EXISTS`,
    `An ${type} credential already exists for this account.`,
    {
      details: { accountId: id },
    },
  );
}

/** A passkey is registered once in a wallet; others beside it are welcome. */
export function refuseSecondPasskey({ credentials }: Account, { credentialId }: Passkey): void {
  const same = [...credentials.values()].find(
    (other) => other.type === "PASSKEY" && other.passkey.credentialId === credentialId,
  );
  if (!same) return;
  throw new Refusal(400, "PASSKEY_CREDENTIAL_ALREADY_EXISTS", "This passkey is already registered for this account.", {
    details: { id: same.id },
  });
}

/** An identity is registered once in a wallet: issuer, subject and audience. */
export function refuseSecondIdentity({ credentials }: Account, identity: Identity): void {
  const same = [...credentials.values()].find(
    (other) => other.type === "OAUTH" && isDeepStrictEqual(other.identity, identity),
  );
  if (!same) return;
  throw new Refusal(400, "INVALID_INPUT", "This identity is already registered for this account.", {
    details: { id: same.id },
  });
}

/** A challenge registers one passkey. */
export function refuseUsedChallenge({ registrationChallenges }: Account, challenge: string): void {
  if (!registrationChallenges.has(challenge)) return;
  throw new Refusal(400, "INVALID_INPUT", "The challenge has registered a passkey already; issue a new one.", {
    details: { field: "challenge", reason: "used" },
  });
}
