import { findCredentialType } from "../credentials/find-credential-type.ts";
import type { Emulation } from "../emulation.ts";
import { Refusal } from "../refusal.ts";
import { addCredential } from "../state/credentials.ts";
import type { Account } from "../state/model.ts";
import type { NamedAccount } from "./name-account.ts";

/**
 * Adds an account with its credentials, without sending codes. Throws a `TypeError` for an id that exists, and for
 * credentials that a wallet cannot have. Then it adds nothing.
 */
export function addAccount(
  emulation: Emulation,
  { id, email, phoneNumber, cards = [], credentials }: NamedAccount,
): Account {
  const { state, clock } = emulation;
  if (state.accounts.has(id)) throw new TypeError(`An account ${id} already exists.`);
  const account: Account = {
    id,
    email,
    phoneNumber,
    cards: new Map(cards.map((card) => [card.id, card])),
    credentials: new Map(),
    registrationChallenges: new Set(),
  };
  // On a copy of the state until all credentials are valid.
  const own = { ...state, accountOfCredential: new Map<string, Account>() };
  for (const credential of credentials) {
    const type = findCredentialType(emulation, credential.type);
    const draft = orTypeError(account, () => type.draftFromSeed(emulation, account, credential));
    if (state.accountOfCredential.has(credential.id) || account.credentials.has(credential.id))
      throw new TypeError(`A credential ${credential.id} already exists.`);
    orTypeError(account, () => type.refuseSecond(account, draft));
    addCredential(own, account, draft, clock.now(), credential.id);
  }
  state.accounts.set(id, account);
  for (const key of account.credentials.keys()) state.accountOfCredential.set(key, account);
  return account;
}

/** Turns the refusal of a request into an error of the seed. */
function orTypeError<Value>({ email }: Account, make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    throw error instanceof Refusal ? new TypeError(`${email}: ${error.message}`) : error;
  }
}
