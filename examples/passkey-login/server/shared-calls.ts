import type { GridClient } from "@grid-sdk/client/latest";

/** A client of any line, with the calls that are the same on all of them. */
export type Grid = Pick<
  GridClient,
  "createAuthCredential" | "listAuthCredentials" | "listAuthSessions" | "revokeAuthCredential" | "revokeAuthSession"
>;
