import type { Handle } from "../../../emulation.ts";
import { demandActiveKey, demandDelegatedKey } from "../rules/delegated-keys.ts";

/** One request, which needs no signature. */
export const revokeDelegatedKey: Handle = ({ state, clock }, { pathParameters }) => {
  const key = demandDelegatedKey(state, pathParameters["id"] ?? "");
  demandActiveKey(key);
  key.status = "REVOKED";
  key.updatedAt = clock.now();
  return { status: 204 };
};
