import type { Stamp } from "../../../proofs/stamp.ts";
import { Refusal, refuseSignature } from "../../../refusal.ts";
import type { Account, Card, DelegatedKey, PendingRequest } from "../../../state/model.ts";
import type { State } from "../../../state/state.ts";

/** A delegated key is for a card that the account funds. */
export function demandCard({ cards }: Account, cardId: string): Card {
  const card = cards.get(cardId);
  if (card) return card;
  throw new Refusal(404, "REFERENCE_NOT_FOUND", "The account funds no such card.", { details: { cardId } });
}

/** A funding source has one key that can sign. */
export function refuseSecondActiveKey({ delegatedKeys }: State, fundingSourceId: string): void {
  const active = [...delegatedKeys.values()].find(
    (key) => key.fundingSourceId === fundingSourceId && key.status === "ACTIVE",
  );
  if (!active) return;
  throw new Refusal(409, "CONFLICT", "The card has an ACTIVE delegated key. Revoke it first.", {
    details: { id: active.id },
  });
}

/** The second signature is by the key of the first. */
export function demandSameKey({ publicKey }: Stamp, { signer }: PendingRequest): void {
  if (signer === undefined || publicKey === signer) return;
  throw refuseSignature("The signature is not by the key that made the first one.");
}

/** A list is of an account, of a funding source, or of both. */
export function demandFilter(accountId: unknown, fundingSourceId: unknown): void {
  if (accountId !== undefined || fundingSourceId !== undefined) return;
  throw new Refusal(400, "INVALID_INPUT", "Send accountId, fundingSourceId, or both.", {
    details: { field: "accountId", reason: "missing" },
  });
}

/** What is read and revoked exists. */
export function demandDelegatedKey({ delegatedKeys }: State, id: string): DelegatedKey {
  const key = delegatedKeys.get(id);
  if (key) return key;
  throw new Refusal(404, "REFERENCE_NOT_FOUND", "The delegated key does not exist.", { details: { id } });
}

/** Only a key that can sign is revoked. */
export function demandActiveKey({ id, status }: DelegatedKey): void {
  if (status === "ACTIVE") return;
  throw new Refusal(400, "INVALID_INPUT", `The delegated key is ${status}: only an ACTIVE one is revoked.`, {
    details: { id, status },
  });
}
