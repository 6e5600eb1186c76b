import type { DelegatedKeyCreateRequest } from "@grid-sdk/core/latest";
import type { ApiRequest } from "@grid-sdk/server-kit";
import type { Emulation, Result } from "../../../emulation.ts";
import { makeId } from "../../../ids.ts";
import { generateKeyPair } from "../../../keys/key-pair.ts";
import { demandAccount } from "../../../rules/lookup.ts";
import { demandSigner, requestSignature, takeSignedRequest } from "../../../rules/signed-requests.ts";
import type { DelegatedKey } from "../../../state/model.ts";
import { demandCard, demandSameKey, refuseSecondActiveKey } from "../rules/delegated-keys.ts";
import { describeDelegatedKey } from "./describe-delegated-key.ts";

/** Three requests. The first makes the key, the second signs for it and makes it `PENDING`, the third makes it `ACTIVE`. */
export function createDelegatedKey(emulation: Emulation, request: ApiRequest<DelegatedKeyCreateRequest>): Result {
  const { state, clock } = emulation;
  const { cardId, internalAccountId, nickname } = request.body;
  const account = demandAccount(emulation, internalAccountId);
  const { fundingSourceId } = demandCard(account, cardId);
  const bySession = demandSigner(emulation, account);
  const signed = takeSignedRequest(emulation, request, (stamp, pending) => {
    bySession(stamp, pending);
    demandSameKey(stamp, pending);
  });
  refuseSecondActiveKey(state, fundingSourceId);
  const now = clock.now();
  const key: DelegatedKey = signed?.delegatedKey ?? {
    id: makeId("DelegatedKey"),
    cardId,
    fundingSourceId,
    accountId: account.id,
    publicKey: generateKeyPair("compressed").publicKey,
    nickname,
    status: "PENDING",
    createdAt: now,
    updatedAt: now,
  };
  if (signed && state.delegatedKeys.has(key.id)) {
    key.status = "ACTIVE";
    key.updatedAt = now;
    return { status: 201, body: describeDelegatedKey(key) };
  }
  if (signed) state.delegatedKeys.set(key.id, key);
  const signer = signed && { signer: signed.signedBy };
  const parameters = { publicKey: key.publicKey, step: signed ? "permit it to sign" : "create it" };
  return {
    status: 202,
    body: requestSignature(emulation, request, account, { delegatedKey: key, parameters, ...signer }),
  };
}
