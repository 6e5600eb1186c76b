import type { AuthSession, GridClient } from "@grid-sdk/client/latest";
import type { PasskeyDescriptor } from "@grid-sdk/device";
import { verifyToken } from "../../../device/examples/backend/latest/oauth.ts";
import { challengePasskey, verifyPasskey } from "../../../device/examples/backend/latest/passkey.ts";
import { completeRefresh, startRefresh } from "../../../device/examples/backend/latest/refresh-session.ts";
import {
  type CodeCredential,
  completeVerification,
  sendSealedCode,
  startVerification,
} from "../../../device/examples/backend/latest/sealed-code.ts";
import {
  completeRegistration,
  issueChallenge,
  type RegistrationState,
  startRegistration,
} from "../../../device/examples/backend/register-passkey.ts";
import { completeRevocation, startRevocation } from "../../../device/examples/backend/revoke.ts";
import { startBackend } from "../../../device/test/support/start-backend.ts";

/** What a team's database has of its one user. */
export interface User {
  accountId: string;
  /** The credential that codes are sent for. */
  code: CodeCredential;
  readonly oauthId: string;
  passkeyId?: string;
  readonly passkeys: PasskeyDescriptor[];
  /** The session of the user's device. */
  sessionId?: string;
}

/** A team's server, made of nothing but the backend's halves of the recipes. */
export async function startTeamBackend(grid: GridClient, user: User) {
  const state: RegistrationState = { challenges: new Set(), requests: new Map() };
  const register = async (registering: Promise<{ id?: string }>) => {
    const registered = await registering;
    if (registered.id !== undefined) user.passkeyId = registered.id;
    return registered;
  };
  const passkeyId = () => user.passkeyId ?? "AuthMethod:none";
  const sessionId = () => user.sessionId ?? "Session:none";
  const keep = async (opening: Promise<AuthSession>) => {
    const session = await opening;
    user.sessionId = session.id;
    return session;
  };
  return startBackend({
    "/sign-in/code/send": () => sendSealedCode(grid, user.code),
    "/sign-in/code/verify": (body) => startVerification(grid, user.code, body),
    "/sign-in/code/sign": (body) => keep(completeVerification(grid, user.code, body)),
    "/sign-in/oauth": (body) => keep(verifyToken(grid, user.oauthId, body)),
    "/sign-in/passkey/challenge": (body) => challengePasskey(grid, passkeyId(), body),
    "/sign-in/passkey/verify": (body) => keep(verifyPasskey(grid, passkeyId(), body)),
    "/sessions/refresh": (body) => startRefresh(grid, sessionId(), body),
    "/sessions/refresh/sign": (body) => keep(completeRefresh(grid, sessionId(), body)),
    "/sessions/revoke": ({ id }) => startRevocation(grid, id),
    "/sessions/revoke/sign": ({ id, ...signed }) => completeRevocation(grid, id, signed),
    "/passkeys/invite": async () => ({
      challenge: issueChallenge(state),
      user: { id: "dXNlcg", name: "ada@example.com" },
      excludeCredentials: user.passkeys,
    }),
    "/passkeys": (body) => register(startRegistration(grid, state, user.accountId, body)),
    "/passkeys/sign": (body) => register(completeRegistration(grid, state, body)),
    "/credentials/revoke": ({ id }) => startRevocation(grid, id),
    "/credentials/revoke/sign": ({ id, ...signed }) => completeRevocation(grid, id, signed),
  });
}
