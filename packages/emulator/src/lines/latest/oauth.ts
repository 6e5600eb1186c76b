import type { OauthCredentialVerifyRequest } from "@grid-sdk/core/latest";
import type { CredentialType } from "../../credentials/credential-type.ts";
import { sharedOauth } from "../../credentials/oauth.ts";
import { openSession } from "../../open-session.ts";
import { verifyIdToken } from "../../proofs/id-token.ts";
import { useToken } from "../../rules/verification.ts";
import { chooseSessionKey } from "../../session-key.ts";
import { refuseOauthChallenge } from "./rules/challenges.ts";
import { demandClientPublicKey, demandNonce } from "./rules/keys.ts";
import { demandIssuer, demandToken } from "./rules/tokens.ts";

export const oauth: CredentialType<"OAUTH", OauthCredentialVerifyRequest> = {
  ...sharedOauth,
  async draftFromRequest({ issuer }, _account, { type, oidcToken }, now) {
    demandIssuer(demandToken(oidcToken), issuer);
    const { identity, nickname } = await verifyIdToken(oidcToken, issuer, now);
    return { type, nickname, identity };
  },
  challenge: refuseOauthChallenge,
  async verify(emulation, credential, { body: { oidcToken, clientPublicKey } }) {
    demandClientPublicKey(clientPublicKey);
    demandToken(oidcToken);
    const verified = await verifyIdToken(oidcToken, emulation.issuer, emulation.clock.now());
    demandNonce(verified.nonce, clientPublicKey);
    const key = await chooseSessionKey(clientPublicKey);
    useToken(emulation, credential, oidcToken, verified);
    return openSession(emulation, credential.id, key);
  },
};
