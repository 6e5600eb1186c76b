import { runInThisContext } from "node:vm";
import type * as Verifier from "@simplewebauthn/server";
import type { PasskeyAssertion, PasskeyAttestation } from "@grid-sdk/core";
import type { Settings } from "../emulation.ts";
import { Refusal } from "../refusal.ts";
import type { Passkey } from "../state/model.ts";
import { readRelyingParty } from "./relying-party.ts";

// EdDSA, ES256 and RS256. Left out, the library asks Node for more, which warns of what is experimental.
const ALGORITHMS = [-8, -7, -257];

/**
 * Loaded at the first passkey: it takes longer than all the rest. And by Node itself, in whose own context `process` is
 * not Jest's: what verifies passkeys needs globals that Jest's jsdom lacks.
 */
function loadVerifier(): typeof Verifier {
  const { createRequire } = (runInThisContext("process") as typeof process).getBuiltinModule("node:module");
  return createRequire(import.meta.url)("@simplewebauthn/server") as typeof Verifier;
}

/**
 * The passkey that an attestation registers: made with this challenge, by a page and for an RP ID that the settings
 * allow, with the user present. Throws a `Refusal`: 400 `INVALID_INPUT`.
 */
export async function verifyAttestation(
  { credentialId, clientDataJson, attestationObject }: PasskeyAttestation,
  challenge: string,
  settings: Settings,
): Promise<Passkey> {
  const { verifyRegistrationResponse } = loadVerifier();
  const { expectedOrigin, expectedRPID } = await readRelyingParty(clientDataJson, settings);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: wrap(credentialId, { clientDataJSON: clientDataJson, attestationObject }),
      expectedChallenge: (given) => isSameBytes(given, challenge),
      expectedOrigin,
      expectedRPID,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) throw new Error("the attestation statement does not verify");
    const { credential, rpID = "" } = registrationInfo;
    if (credential.id !== credentialId) throw new Error("credentialId is not that of the attested passkey");
    return { credentialId: credential.id, publicKey: credential.publicKey, counter: credential.counter, rpId: rpID };
  } catch (error) {
    const reason = readReason(error);
    throw new Refusal(400, "INVALID_INPUT", `The attestation does not verify: ${reason}.`, {
      details: { field: "attestation", reason },
    });
  }
}

/**
 * Holds an assertion against the passkey and the challenge: credential, challenge, origin, RP ID, user presence,
 * signature, counter. Counts it. Throws a `Refusal`: 401, `INVALID_SIGNATURE` for one that is wrong in nothing else.
 */
export async function verifyAssertion(
  { credentialId, clientDataJson, authenticatorData, signature, userHandle }: PasskeyAssertion,
  challenge: string,
  passkey: Passkey,
  settings: Settings,
): Promise<void> {
  const { verifyAuthenticationResponse } = loadVerifier();
  const { expectedOrigin, expectedRPID } = await readRelyingParty(clientDataJson, settings);
  const response = { clientDataJSON: clientDataJson, authenticatorData, signature, ...(userHandle && { userHandle }) };
  if (credentialId !== passkey.credentialId) throw refuse("it is of another passkey than the credential's");
  if (!expectedRPID.includes(passkey.rpId)) throw refuse(`its page cannot use a passkey of ${passkey.rpId}`);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: wrap(credentialId, response),
    expectedChallenge: challenge,
    expectedOrigin,
    expectedRPID: passkey.rpId,
    credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter },
    requireUserVerification: false,
  }).catch((error: unknown) => {
    throw refuse(readReason(error));
  });
  if (!verified) throw refuse("its signature is not the passkey's", "INVALID_SIGNATURE");
  passkey.counter = authenticationInfo.newCounter;
}

function refuse(reason: string, code = "UNAUTHORIZED"): Refusal {
  return new Refusal(401, code, `The assertion does not verify: ${reason}.`, { details: { reason } });
}

function wrap<Response extends object>(id: string, response: Response) {
  return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {}, response };
}

/** Whether two texts are the same bytes in base64url: padding and the other alphabet are allowed in what is received. */
function isSameBytes(one: string, other: string): boolean {
  return Buffer.from(one, "base64url").equals(Buffer.from(other, "base64url")) && one !== "";
}

function readReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
