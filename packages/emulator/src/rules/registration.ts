import { isDeepStrictEqual } from "node:util";
import { Refusal } from "../refusal.ts";
import type { Account, CredentialDraft, Identity, Passkey } from "../state/model.ts";

/** The first credential of a wallet is registered unsigned; a session has to sign for each further one. */
export function needsSignature({ credentials }: Account): boolean {
  return credentials.size > 0;
}

/** What may be in a wallet once is not registered twice. */
export function refuseSecond(account: Account, draft: CredentialDraft): void {
  if (draft.type === "EMAIL_OTP") refuseSecondEmailOtp(account);
  else if (draft.type === "OAUTH") refuseSecondIdentity(account, draft.identity);
  else refuseSecondPasskey(account, draft.passkey);
}

/** A wallet has one EMAIL_OTP credential. */
export function refuseSecondEmailOtp({ id, credentials }: Account): void {
  if (![...credentials.values()].some(({ type }) => type === "EMAIL_OTP")) return;
  throw new Refusal(
    400,
    "EMAIL_OTP_CREDENTIAL_ALREADY_EXISTS",
    "An EMAIL_OTP credential already exists for this account.",
    { details: { accountId: id } },
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
