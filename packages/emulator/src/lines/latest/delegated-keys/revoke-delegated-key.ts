import type { Handle } from "../../../emulation.ts";
import { readId } from "../../../ids.ts";
import { demandActiveKey, demandDelegatedKey } from "../rules/delegated-keys.ts";

/** One request, without a signature. */
export const revokeDelegatedKey: Handle = ({ state, clock }, request) => {
  const key = demandDelegatedKey(state, readId(request));
  demandActiveKey(key);
  key.status = "REVOKED";
  key.updatedAt = clock.now();
  return { status: 204 };
};
