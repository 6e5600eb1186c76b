import { randomUUID } from "node:crypto";
import type { ApiRequest } from "@grid-sdk/server-kit";

/** What an id names. */
export type IdKind = "AuthMethod" | "Card" | "CardFundingSource" | "DelegatedKey" | "InternalAccount" | "Session";

/** A new id as the API writes them, for example `Session:019542f5-b3e7-1d02-0000-000000000003`. */
export function makeId(kind: IdKind): string {
  return `${kind}:${randomUUID()}`;
}

/** The pattern of such an id, as a regular expression. */
export function patternOfId(kind: IdKind): string {
  return `^${kind}:[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`;
}

/** The id in a request's path. The contract check has found that it is there. */
export function readId({ pathParameters }: Pick<ApiRequest, "pathParameters">): string {
  return pathParameters["id"] ?? "";
}
