import type { AuthMethod, AuthSession } from "@grid-sdk/core/latest";
import { formatTime } from "./clock.ts";
import { findCredentialType } from "./credentials/find-credential-type.ts";
import type { Emulation } from "./emulation.ts";
import { demandCredential } from "./rules/lookup.ts";
import { listCredentials } from "./state/credentials.ts";
import type { Account, Card, Credential, Session } from "./state/model.ts";

/** An account, and its credentials as the API shows them. */
export interface AccountOf<Method> {
  readonly id: string;
  readonly email: string;
  readonly credentials: readonly Method[];
}

/** An account with the fields of all lines. */
export interface AccountDescription extends AccountOf<AuthMethod> {
  readonly phoneNumber?: string;
  readonly cards?: readonly Card[];
}

export function describeAccount(emulation: Emulation, account: Account): AccountDescription {
  const { id, email, phoneNumber } = account;
  const credentials = listCredentials(account).map((credential) => describeCredential(emulation, credential));
  const cards = account.cards.size > 0 && { cards: [...account.cards.values()] };
  return { id, email, ...(phoneNumber !== undefined && { phoneNumber }), ...cards, credentials };
}

/** A credential as the API shows it. */
export function describeCredential(emulation: Emulation, credential: Credential): AuthMethod {
  const { id, accountId, type, nickname, createdAt } = credential;
  const time = formatTime(createdAt);
  const own = findCredentialType(emulation, type).describe(credential);
  return { id, accountId, type, nickname, ...own, createdAt: time, updatedAt: time };
}

/** A session as the API shows it, without its key: its credential's fields, and its own. */
export function describeSession(emulation: Emulation, session: Session): AuthSession {
  const { id, credentialId, createdAt, expiresAt } = session;
  const { credential } = demandCredential(emulation, credentialId);
  const own = { id, createdAt: formatTime(createdAt), updatedAt: formatTime(createdAt) };
  return { ...describeCredential(emulation, credential), ...own, expiresAt: formatTime(expiresAt) };
}
