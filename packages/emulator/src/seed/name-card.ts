import { randomUUID } from "node:crypto";
import type { Card } from "../state/model.ts";
import type { CardSeed } from "./seed.ts";

/** A card of a seed, with ids. */
export function nameCard({ id, fundingSourceId }: CardSeed): Card {
  return {
    id: id ?? `Card:${randomUUID()}`,
    fundingSourceId: fundingSourceId ?? `CardFundingSource:${randomUUID()}`,
  };
}
