import type { PasskeyCredentialVerifyRequest } from "@grid-sdk/core";
import type { CredentialType } from "../../credentials/credential-type.ts";
import { sharedPasskey } from "../../credentials/passkey.ts";
import { openSession } from "../../open-session.ts";
import { chooseSessionKey } from "../../session-key.ts";
import { verifyAssertion } from "../../proofs/passkey.ts";
import { takePasskeyChallenge } from "../../rules/verification.ts";
import { demandPublicKey } from "./rules/keys.ts";
import { issuePasskeyChallenge } from "./rules/passkey.ts";

export const passkey: CredentialType<"PASSKEY", PasskeyCredentialVerifyRequest> = {
  ...sharedPasskey,
  describe: () => ({}),
  register: (emulation, _account, credential) => issuePasskeyChallenge(emulation, credential),
  challenge: issuePasskeyChallenge,
  async verify(emulation, credential, { headers, body: { assertion, clientPublicKey } }) {
    demandPublicKey(clientPublicKey);
    const { challenge } = takePasskeyChallenge(emulation, credential, headers["request-id"]);
    await verifyAssertion(assertion, challenge, credential.passkey, emulation.settings);
    return openSession(emulation, credential.id, await chooseSessionKey(clientPublicKey));
  },
};
