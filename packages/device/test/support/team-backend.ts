import type { GridClient } from "@grid-sdk/client";
import type { PasskeyDescriptor } from "@grid-sdk/device";
import { sendCode, verifyCode } from "../../examples/backend/2026-04-23/email-otp.ts";
import { verifyToken } from "../../examples/backend/2026-04-23/oauth.ts";
import { challengePasskey, verifyPasskey } from "../../examples/backend/2026-04-23/passkey.ts";
import {
  completeRegistration,
  issueChallenge,
  type RegistrationState,
  startRegistration,
} from "../../examples/backend/register-passkey.ts";
import { completeRevocation, startRevocation } from "../../examples/backend/revoke.ts";
import { type Routes, startBackend } from "./start-backend.ts";

/** What a team's database stores for its one user. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly emailId: string;
  readonly oauthId: string;
  passkeyId?: string;
  passkeys: PasskeyDescriptor[];
}

/** A team's server that consists only of the backend's halves of the recipes. */
export async function startTeamBackend(grid: GridClient, user: User) {
  const state: RegistrationState = { challenges: new Set(), requests: new Map() };
  const register = async (registering: Promise<{ id?: string }>) => {
    const registered = await registering;
    if (registered.id !== undefined) user.passkeyId = registered.id;
    return registered;
  };
  const passkeyId = () => user.passkeyId ?? "AuthMethod:none";
  const routes: Routes = {
    "/sign-in/email/send": () => sendCode(grid, user.emailId),
    "/sign-in/email/verify": (body) => verifyCode(grid, user.emailId, body),
    "/sign-in/oauth": (body) => verifyToken(grid, user.oauthId, body),
    "/sign-in/passkey/challenge": () => challengePasskey(grid, passkeyId()),
    "/sign-in/passkey/verify": (body) => verifyPasskey(grid, passkeyId(), body),
    "/passkeys/invite": async () => ({
      challenge: issueChallenge(state),
      user: { id: user.id, name: user.name },
      excludeCredentials: user.passkeys,
    }),
    "/passkeys": (body) => register(startRegistration(grid, state, user.accountId, body)),
    "/passkeys/sign": (body) => register(completeRegistration(grid, state, body)),
    "/sessions/revoke": ({ id }) => startRevocation(grid, id),
    "/sessions/revoke/sign": ({ id, ...signed }) => completeRevocation(grid, id, signed),
    "/credentials/revoke": ({ id }) => startRevocation(grid, id),
    "/credentials/revoke/sign": ({ id, ...signed }) => completeRevocation(grid, id, signed),
  };
  return startBackend(routes);
}
