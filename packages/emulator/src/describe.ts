import type { AuthMethod, AuthSession } from "@grid-sdk/core";
import { formatTime } from "./clock.ts";
import { listCredentials } from "./state/credentials.ts";
import type { Account, Credential, Session } from "./state/model.ts";

/** An account, and its credentials as the API shows them. */
export interface GridEmulatorAccount {
  readonly id: string;
  readonly email: string;
  readonly credentials: readonly AuthMethod[];
}

export function describeAccount(account: Account): GridEmulatorAccount {
  return { id: account.id, email: account.email, credentials: listCredentials(account).map(describeCredential) };
}

/** A credential as the API shows it. */
export function describeCredential({ id, accountId, type, nickname, createdAt }: Credential): AuthMethod {
  const time = formatTime(createdAt);
  return { id, accountId, type, nickname, createdAt: time, updatedAt: time };
}

/** A session as the API shows it, without its key. */
export function describeSession({ id, accountId, type, nickname, createdAt, expiresAt }: Session): AuthSession {
  const time = formatTime(createdAt);
  return { id, accountId, type, nickname, createdAt: time, updatedAt: time, expiresAt: formatTime(expiresAt) };
}
