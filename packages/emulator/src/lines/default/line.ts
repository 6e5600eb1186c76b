import { createRequire } from "node:module";
import type { OperationExamples, operations } from "@grid-sdk/core";
import type { Handlers } from "../../emulation.ts";
import { sharedHandlers } from "../../operations/shared-handlers.ts";
import type { Line } from "../line.ts";
import { credentialTypes } from "./credential-types.ts";

/** What core says of this line. */
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
  defaultAccount: { email: "user@example.com" },
  sealsCodes: false,
  formatRequestId: (uuid) => uuid,
  // This revision has one code for all that can be wrong with a signature.
  codes: {
    WALLET_SIGNATURE_MISSING: "INVALID_SIGNATURE",
    WALLET_SIGNATURE_MALFORMED: "INVALID_SIGNATURE",
    WALLET_SIGNATURE_BODY_MISMATCH: "INVALID_SIGNATURE",
    WALLET_SIGNATURE_INVALID: "INVALID_SIGNATURE",
    REQUEST_ID_MISSING: "UNAUTHORIZED",
  },
  checkHeaders: () => undefined,
};
