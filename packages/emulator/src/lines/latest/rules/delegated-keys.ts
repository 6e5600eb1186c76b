import type { Stamp } from "../../../proofs/stamp.ts";
import { Refusal, refuseInput, refuseReference, refuseSignature } from "../../../refusal.ts";
import type { Account, Card, DelegatedKey, PendingRequest } from "../../../state/model.ts";
import type { State } from "../../../state/state.ts";

/** A delegated key needs a card that the account funds. */
export function demandCard({ cards }: Account, cardId: string): Card {
  const card = cards.get(cardId);
  if (card) return card;
  throw refuseReference("The account does not fund this card.", { cardId });
}

/** A funding source has at most one ACTIVE key. */
export function refuseSecondActiveKey({ delegatedKeys }: State, fundingSourceId: string): void {
  const active = [...delegatedKeys.values()].find(
    (key) => key.fundingSourceId === fundingSourceId && key.status === "ACTIVE",
  );
  if (!active) return;
  throw new Refusal(409, "CONFLICT", "The card has an ACTIVE delegated key. Revoke it first.", { id: active.id });
}

/** The same key makes both signatures. */
export function demandSameKey({ publicKey }: Stamp, { signer }: PendingRequest): void {
  if (signer === undefined || publicKey === signer) return;
  throw refuseSignature("The signature was not made with the key of the first one.");
}

/** A list needs an account, a funding source, or both. */
export function demandFilter(accountId: unknown, fundingSourceId: unknown): void {
  if (accountId !== undefined || fundingSourceId !== undefined) return;
  throw refuseInput("Send accountId, fundingSourceId, or both.", { field: "accountId", reason: "missing" });
}

/** A key must exist to be read or revoked. */
export function demandDelegatedKey({ delegatedKeys }: State, id: string): DelegatedKey {
  const key = delegatedKeys.get(id);
  if (key) return key;
  throw refuseReference("The delegated key does not exist.", { id });
}

/** Only an ACTIVE key can be revoked. */
export function demandActiveKey({ id, status }: DelegatedKey): void {
  if (status === "ACTIVE") return;
  throw refuseInput(`The delegated key is ${status}. Only an ACTIVE key can be revoked.`, { id, status });
}
