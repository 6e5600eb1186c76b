import { createRequire } from "node:module";
import type { OperationExamples, operations } from "@grid-sdk/core";
import type { Handlers } from "../../emulation.ts";
import { sharedHandlers } from "../../operations/shared-handlers.ts";
import type { Line } from "../line.ts";
import { credentialTypes } from "./credential-types.ts";

/** The types of core for this line. */
export interface Api {
  readonly examples: OperationExamples;
  readonly operations: operations;
}

const handlers: Handlers<Api> = sharedHandlers;

/** The line of 2026-04-23. */
export const defaultLine: Line = {
  name: "2026-04-23",
  client: "@grid-sdk/client",
  fragment: createRequire(import.meta.url).resolve("@grid-sdk/core/openapi.json"),
  credentialTypes,
  handlers,
  accountSeed: {},
  defaultAccount: {
    id: "InternalAccount:019542f5-b3e7-1d02-0000-000000000002",
    email: "user@example.com",
    credentials: [
      { type: "EMAIL_OTP", id: "AuthMethod:019542f5-b3e7-1d02-0000-000000000001" },
      // The last credential of an account cannot be revoked.
      { type: "OAUTH", id: "AuthMethod:019542f5-b3e7-1d02-0000-000000000004", sub: "user" },
    ],
  },
  sealsCodes: false,
  formatRequestId: (uuid) => uuid,
  // This revision has one code for all problems with a signature.
  codes: {
    WALLET_SIGNATURE_MISSING: "INVALID_SIGNATURE",
    WALLET_SIGNATURE_MALFORMED: "INVALID_SIGNATURE",
    WALLET_SIGNATURE_BODY_MISMATCH: "INVALID_SIGNATURE",
    WALLET_SIGNATURE_INVALID: "INVALID_SIGNATURE",
    REQUEST_ID_MISSING: "UNAUTHORIZED",
  },
  checkHeaders: () => undefined,
};
