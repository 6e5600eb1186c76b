import { randomUUID } from "node:crypto";
import type { Emulation } from "../emulation.ts";
import { DEFAULT_AUDIENCE } from "../proofs/issuer.ts";
import { Refusal } from "../refusal.ts";
import { refuseSecond } from "../rules/registration.ts";
import { addCredential } from "../state/credentials.ts";
import type { Account, CredentialDraft } from "../state/model.ts";
import type { AccountSeed, CredentialSeed } from "./seed.ts";

/**
 * Adds an account with its credentials. Nothing is mailed. Throws a `TypeError` for an id that is taken and for two
 * credentials that a wallet cannot have; then nothing is added.
 */
export function addAccount(emulation: Emulation, seed: AccountSeed): Account {
  const { state, clock } = emulation;
  const { id = `InternalAccount:${randomUUID()}`, email, credentials = [{ type: "EMAIL_OTP" }] } = seed;
  if (state.accounts.has(id)) throw new TypeError(`There is an account ${id} already.`);
  const account: Account = {
    id,
    email,
    credentials: new Map(),
    sessions: new Map(),
    registrationChallenges: new Set(),
  };
  // On a state of its own until all of it is good.
  const own = { ...state, accountOfCredential: new Map<string, Account>() };
  for (const credential of credentials) {
    const draft = draftCredential(emulation, account, credential);
    if (state.accountOfCredential.has(credential.id ?? "") || account.credentials.has(credential.id ?? ""))
      throw new TypeError(`There is a credential ${credential.id} already.`);
    refuseSecondOf(account, draft);
    addCredential(own, account, draft, clock.now(), credential.id);
  }
  state.accounts.set(id, account);
  for (const key of account.credentials.keys()) state.accountOfCredential.set(key, account);
  return account;
}

function draftCredential({ issuer }: Emulation, { email }: Account, seed: CredentialSeed): CredentialDraft {
  if (seed.type === "EMAIL_OTP") return { type: seed.type, nickname: email };
  if (seed.type === "OAUTH") {
    const { type, sub, aud = DEFAULT_AUDIENCE, nickname = sub } = seed;
    return { type, nickname, identity: { iss: issuer.url, sub, aud } };
  }
  const { type, nickname, credentialId, rpId } = seed;
  const publicKey = Uint8Array.from(Buffer.from(seed.publicKey, "base64url"));
  return { type, nickname, passkey: { credentialId, publicKey, rpId, counter: 0 } };
}

function refuseSecondOf(account: Account, draft: CredentialDraft): void {
  try {
    refuseSecond(account, draft);
  } catch (error) {
    throw error instanceof Refusal ? new TypeError(`${account.email}: ${error.message}`) : error;
  }
}
