import { createRequire } from "node:module";
import type { OperationExamples, operations } from "@grid-sdk/core/latest";
import type { Handlers } from "../../emulation.ts";
import { sharedHandlers } from "../../operations/shared-handlers.ts";
import { idOf } from "../../seed/seed-schema.ts";
import type { Line } from "../line.ts";
import { credentialTypes } from "./credential-types.ts";
import { demandBothHeaders } from "./rules/signed-requests.ts";
import { createDelegatedKey } from "./delegated-keys/create-delegated-key.ts";
import { getDelegatedKeyById } from "./delegated-keys/get-delegated-key-by-id.ts";
import { listDelegatedKeys } from "./delegated-keys/list-delegated-keys.ts";
import { revokeDelegatedKey } from "./delegated-keys/revoke-delegated-key.ts";
import { refreshAuthSession } from "./refresh-auth-session.ts";

/** The types of core for this line. */
export interface Api {
  readonly examples: OperationExamples;
  readonly operations: operations;
}

const handlers: Handlers<Api> = {
  ...sharedHandlers,
  createDelegatedKey,
  getDelegatedKeyById,
  listDelegatedKeys,
  refreshAuthSession,
  revokeDelegatedKey,
};

/** The line of the newest revision. */
export const latestLine: Line = {
  name: "latest",
  client: "@grid-sdk/client/latest",
  fragment: createRequire(import.meta.url).resolve("@grid-sdk/core/latest/openapi.json"),
  credentialTypes,
  handlers,
  accountSeed: {
    phoneNumber: { type: "string", pattern: "^\\+[1-9]\\d{1,14}$" },
    cards: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        properties: { id: idOf("Card"), fundingSourceId: idOf("CardFundingSource") },
      },
    },
  },
  defaultAccount: {
    id: "InternalAccount:019542f5-b3e7-1d02-0000-000000000002",
    email: "user@example.com",
    phoneNumber: "+12025550142",
    cards: [
      {
        id: "Card:019542f5-b3e7-1d02-0000-000000000010",
        fundingSourceId: "CardFundingSource:019542f5-b3e7-1d02-0000-000000000011",
      },
    ],
    credentials: [
      { type: "EMAIL_OTP", id: "AuthMethod:019542f5-b3e7-1d02-0000-000000000001" },
      { type: "SMS_OTP", id: "AuthMethod:019542f5-b3e7-1d02-0000-000000000007" },
    ],
  },
  sealsCodes: true,
  formatRequestId: (uuid) => `Request:${uuid}`,
  codes: {},
  checkHeaders: demandBothHeaders,
};
