import { runInThisContext } from "node:vm";
import type * as Verifier from "@simplewebauthn/server";
import type { PasskeyAssertion, PasskeyAttestation } from "@grid-sdk/core";
import type { Settings } from "../emulation.ts";
import { Refusal, refuseInput } from "../refusal.ts";
import type { Passkey } from "../state/model.ts";
import { readRelyingParty } from "./relying-party.ts";

// EdDSA, ES256 and RS256. By default the library asks Node for more algorithms, and Node warns about experimental ones.
const ALGORITHMS = [-8, -7, -257];

/**
 * Loaded at the first passkey, because loading is slow. It is loaded in Node's own context, not in Jest's, because it needs
 * globals that Jest's jsdom lacks.
 */
function loadVerifier(): typeof Verifier {
  const { createRequire } = (runInThisContext("process") as typeof process).getBuiltinModule("node:module");
  return createRequire(import.meta.url)("@simplewebauthn/server") as typeof Verifier;
}

/**
 * Verifies an attestation: its challenge, origin, RP ID and user presence. Returns its passkey. Throws a `Refusal`: 400
 * `INVALID_INPUT`.
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
    if (!verified) throw new Error("the attestation statement is not valid");
    const { credential, rpID = "" } = registrationInfo;
    if (credential.id !== credentialId) throw new Error("credentialId is not that of the attested passkey");
    return { credentialId: credential.id, publicKey: credential.publicKey, counter: credential.counter, rpId: rpID };
  } catch (error) {
    const reason = readReason(error);
    throw refuseInput(`The attestation is not valid: ${reason}.`, { field: "attestation", reason });
  }
}

/**
 * Verifies an assertion: credential, challenge, origin, RP ID, user presence, signature, counter. Updates the counter.
 * Throws a `Refusal` with 401. Its code is `INVALID_SIGNATURE` if only the signature is wrong.
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
  if (credentialId !== passkey.credentialId) throw refuse("it belongs to another passkey than the credential");
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
  return new Refusal(401, code, `The assertion is not valid: ${reason}.`, { reason });
}

function wrap<Response extends object>(id: string, response: Response) {
  return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {}, response };
}

/** Whether two base64url texts have the same bytes. Padding and the base64 alphabet are allowed. */
function isSameBytes(one: string, other: string): boolean {
  return Buffer.from(one, "base64url").equals(Buffer.from(other, "base64url")) && one !== "";
}

function readReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
