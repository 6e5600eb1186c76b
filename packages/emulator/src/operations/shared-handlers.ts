import { challengeAuthCredential } from "./challenge-auth-credential.ts";
import { createAuthCredential } from "./create-auth-credential.ts";
import { listAuthCredentials } from "./list-auth-credentials.ts";
import { listAuthSessions } from "./list-auth-sessions.ts";
import { revokeAuthCredential } from "./revoke-auth-credential.ts";
import { revokeAuthSession } from "./revoke-auth-session.ts";
import { verifyAuthCredential } from "./verify-auth-credential.ts";

/** The operations of all lines. */
export const sharedHandlers = {
  challengeAuthCredential,
  createAuthCredential,
  listAuthCredentials,
  listAuthSessions,
  revokeAuthCredential,
  revokeAuthSession,
  verifyAuthCredential,
};
