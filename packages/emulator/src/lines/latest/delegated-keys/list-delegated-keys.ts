import type { Handle } from "../../../emulation.ts";
import { demandFilter } from "../rules/delegated-keys.ts";
import { describeDelegatedKey } from "./describe-delegated-key.ts";

/** The keys that match both filters, revoked ones too, oldest first. */
export const listDelegatedKeys: Handle = ({ state }, { query }) => {
  const { accountId, fundingSourceId } = query;
  demandFilter(accountId, fundingSourceId);
  const keys = [...state.delegatedKeys.values()].filter(
    (key) =>
      (accountId === undefined || key.accountId === accountId) &&
      (fundingSourceId === undefined || key.fundingSourceId === fundingSourceId),
  );
  return { status: 200, body: { data: keys.map(describeDelegatedKey) } };
};
