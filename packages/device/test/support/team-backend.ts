import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
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
import { toResponse } from "../../examples/backend/to-response.ts";

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
  // Bodies are as the device's half sends them.
  // oxlint-disable-next-line typescript/no-explicit-any
  const routes: Record<string, (body: any) => Promise<object | void>> = {
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
  const server = createServer(async (request, response) => {
    const respond = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    try {
      respond(200, (await routes[request.url ?? ""]?.(await json(request))) ?? {});
    } catch (error) {
      const { status, body } = toResponse(error);
      respond(status, body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
