import type { Handle } from "../../../emulation.ts";
import { demandDelegatedKey } from "../rules/delegated-keys.ts";
import { describeDelegatedKey } from "./describe-delegated-key.ts";

export const getDelegatedKeyById: Handle = ({ state }, { pathParameters }) => ({
  status: 200,
  body: describeDelegatedKey(demandDelegatedKey(state, pathParameters["id"] ?? "")),
});
