import type { GridClient } from "@grid-sdk/client";
import type { PasskeyDescriptor } from "@grid-sdk/device";
import { sendCode, verifyCode } from "../../examples/backend/email-otp.ts";
import { verifyToken } from "../../examples/backend/oauth.ts";
import { challengePasskey, verifyPasskey } from "../../examples/backend/passkey.ts";
import {
  completeRegistration,
  issueChallenge,
  type RegistrationState,
  startRegistration,
} from "../../examples/backend/register-passkey.ts";
import { completeRevocation, startRevocation } from "../../examples/backend/revoke-credential.ts";
import { type Routes, startBackend } from "./start-backend.ts";

/** What a team's database has of its one user. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly emailId: string;
  readonly oauthId: string;
  passkeyId?: string;
  passkeys: PasskeyDescriptor[];
}

/** A team's server, made of nothing but the backend's halves of the recipes. */
export async function startTeamBackend(grid: GridClient, user: User) {
  const state: RegistrationState = {};
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
    "/passkeys": (body) => startRegistration(grid, state, user.accountId, body),
    "/passkeys/sign": async (body) => {
      const { id } = await completeRegistration(grid, state, body);
      user.passkeyId = id;
    },
    "/credentials/revoke": ({ id }) => startRevocation(grid, id),
    "/credentials/revoke/sign": ({ id, ...signed }) => completeRevocation(grid, id, signed),
  };
  return startBackend(routes);
}
