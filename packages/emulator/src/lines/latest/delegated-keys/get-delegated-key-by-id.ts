import type { Handle } from "../../../emulation.ts";
import { readId } from "../../../ids.ts";
import { demandDelegatedKey } from "../rules/delegated-keys.ts";
import { describeDelegatedKey } from "./describe-delegated-key.ts";

export const getDelegatedKeyById: Handle = ({ state }, request) => ({
  status: 200,
  body: describeDelegatedKey(demandDelegatedKey(state, readId(request))),
});
