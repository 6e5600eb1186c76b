import type { OauthCredentialVerifyRequest } from "@grid-sdk/core";
import type { CredentialType } from "../../credentials/credential-type.ts";
import { sharedOauth } from "../../credentials/oauth.ts";
import { openSession } from "../../open-session.ts";
import { chooseSessionKey } from "../../session-key.ts";
import { verifyIdToken } from "../../proofs/id-token.ts";
import { useToken } from "../../rules/verification.ts";
import { demandPublicKey } from "./rules/keys.ts";

export const oauth: CredentialType<"OAUTH", OauthCredentialVerifyRequest> = {
  ...sharedOauth,
  async draftFromRequest({ issuer }, _account, { type, oidcToken }, now) {
    const { identity, nickname } = await verifyIdToken(oidcToken, issuer, now);
    return { type, nickname, identity };
  },
  challenge: () => ({}),
  async verify(emulation, credential, { body: { oidcToken, clientPublicKey } }) {
    demandPublicKey(clientPublicKey);
    const verified = await verifyIdToken(oidcToken, emulation.issuer, emulation.clock.now());
    useToken(emulation, credential, oidcToken, verified);
    return openSession(emulation, credential.id, await chooseSessionKey(clientPublicKey));
  },
};
