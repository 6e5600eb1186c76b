import type { DelegatedKey as DelegatedKeyBody } from "@grid-sdk/core/latest";
import { formatTime } from "../../../clock.ts";
import type { DelegatedKey } from "../../../state/model.ts";

/** A delegated key as the API shows it. */
export function describeDelegatedKey({ createdAt, updatedAt, ...key }: DelegatedKey): DelegatedKeyBody {
  return { ...key, createdAt: formatTime(createdAt), updatedAt: formatTime(updatedAt) };
}
