import type { OperationId, OperationRequest } from "@grid-sdk/server-kit";
import type { Emulation, Handle, Result } from "../emulation.ts";
import { challengeAuthCredential } from "./challenge-auth-credential.ts";
import { createAuthCredential } from "./create-auth-credential.ts";
import { listAuthCredentials } from "./list-auth-credentials.ts";
import { listAuthSessions } from "./list-auth-sessions.ts";
import { revokeAuthCredential } from "./revoke-auth-credential.ts";
import { revokeAuthSession } from "./revoke-auth-session.ts";
import { verifyAuthCredential } from "./verify-auth-credential.ts";

const HANDLERS: { readonly [Id in OperationId]?: Handle<Id> } = {
  challengeAuthCredential,
  createAuthCredential,
  listAuthCredentials,
  listAuthSessions,
  revokeAuthCredential,
  revokeAuthSession,
  verifyAuthCredential,
};

/** Carries out the operation that a request is of; undefined for one that the emulator has no rules for. */
export async function handleOperation(emulation: Emulation, request: OperationRequest): Promise<Result | undefined> {
  // Each request goes to the handler of its own operation.
  const handle = HANDLERS[request.operationId] as Handle<OperationId> | undefined;
  return handle?.(emulation, request);
}
