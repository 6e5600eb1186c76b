import { verifyAttestation } from "../proofs/passkey.ts";
import { refuseSecondPasskey, refuseUsedChallenge } from "../rules/registration.ts";
import type { CredentialType } from "./credential-type.ts";

const text = { type: "string", minLength: 1 };
const base64url = { type: "string", pattern: "^[A-Za-z0-9_-]+$" };

/** Passkeys, as on all lines. */
export const sharedPasskey = {
  seed: {
    required: ["nickname", "credentialId", "publicKey", "rpId"],
    properties: { nickname: text, credentialId: base64url, publicKey: base64url, rpId: text },
  },
  draftFromSeed(_emulation, _account, { type, nickname, credentialId, publicKey, rpId }) {
    const key = Uint8Array.from(Buffer.from(publicKey, "base64url"));
    const passkey = { credentialId, publicKey: key, rpId, counter: 0 };
    return { type, nickname, passkey, registrationChallenge: undefined };
  },
  async draftFromRequest({ settings }, _account, { type, nickname, attestation, challenge }) {
    const passkey = await verifyAttestation(attestation, challenge, settings);
    // The same bytes get the same text: padding and spare bits do not make another challenge.
    const registrationChallenge = Buffer.from(challenge, "base64url").toString("base64url");
    return { type, nickname, passkey, registrationChallenge };
  },
  refuseSecond(account, { passkey, registrationChallenge }) {
    if (registrationChallenge !== undefined) refuseUsedChallenge(account, registrationChallenge);
    refuseSecondPasskey(account, passkey);
  },
} satisfies Partial<CredentialType<"PASSKEY">>;
