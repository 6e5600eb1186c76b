import type { PasskeyCredentialVerifyRequest } from "@grid-sdk/core/latest";
import type { CredentialType } from "../../credentials/credential-type.ts";
import { sharedPasskey } from "../../credentials/passkey.ts";
import { openSession } from "../../open-session.ts";
import { verifyAssertion } from "../../proofs/passkey.ts";
import { takePasskeyChallenge } from "../../rules/verification.ts";
import { chooseSessionKey } from "../../session-key.ts";
import { issueKeyChallenge } from "./rules/challenges.ts";
import { demandClientPublicKey, demandKeyForPasskey } from "./rules/keys.ts";
import { demandNickname } from "./rules/registration.ts";

export const passkey: CredentialType<"PASSKEY", PasskeyCredentialVerifyRequest> = {
  ...sharedPasskey,
  draftFromSeed(emulation, account, seed) {
    return sharedPasskey.draftFromSeed(emulation, account, { ...seed, nickname: demandNickname(seed.nickname) });
  },
  draftFromRequest(emulation, account, body) {
    const nickname = demandNickname(body.nickname);
    return sharedPasskey.draftFromRequest(emulation, account, { ...body, nickname });
  },
  describe: ({ passkey: { credentialId } }) => ({ credentialId }),
  register: () => ({}),
  challenge(emulation, credential, body) {
    const clientPublicKey = demandKeyForPasskey(body?.clientPublicKey);
    demandClientPublicKey(clientPublicKey);
    return issueKeyChallenge(emulation, credential, clientPublicKey);
  },
  async verify(emulation, credential, { headers, body: { assertion } }) {
    const { challenge, clientPublicKey = "" } = takePasskeyChallenge(emulation, credential, headers["request-id"]);
    // The device signs the characters of the hex.
    const expected = Buffer.from(challenge).toString("base64url");
    await verifyAssertion(assertion, expected, credential.passkey, emulation.settings);
    return openSession(emulation, credential.id, await chooseSessionKey(clientPublicKey));
  },
};
