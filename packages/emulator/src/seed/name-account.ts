import type { AuthMethodType } from "@grid-sdk/core/latest";
import { makeId } from "../ids.ts";
import type { Card } from "../state/model.ts";
import type { AnyAccountSeed, CredentialSeedOf } from "./seed.ts";

/** An account of a seed with all its ids and defaults. */
export interface NamedAccount extends AnyAccountSeed {
  readonly id: string;
  readonly cards?: readonly Card[];
  readonly credentials: readonly (CredentialSeedOf<AuthMethodType> & { readonly id: string })[];
}

/** Makes the ids that a seed leaves out. An account without `credentials` gets one `EMAIL_OTP`. */
export function nameAccount({
  id = makeId("InternalAccount"),
  cards,
  credentials = [{ type: "EMAIL_OTP" }],
  ...account
}: AnyAccountSeed): NamedAccount {
  return {
    ...account,
    id,
    // Left out where it is not given: not every line allows it.
    ...(cards && {
      cards: cards.map((card) => ({
        id: card.id ?? makeId("Card"),
        fundingSourceId: card.fundingSourceId ?? makeId("CardFundingSource"),
      })),
    }),
    credentials: credentials.map((credential) => ({ ...credential, id: credential.id ?? makeId("AuthMethod") })),
  };
}
