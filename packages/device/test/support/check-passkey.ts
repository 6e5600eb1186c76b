import type { PasskeyAssertion, PasskeyAttestation } from "@grid-sdk/core";
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";

export interface Site {
  readonly origin: string;
  readonly rpId: string;
}

/** What a server stores for a registered passkey. */
export interface Passkey {
  readonly id: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
}

/** A credential as its `toJSON()` gives it. */
export const wrap = <Response extends object>(credentialId: string, response: Response) => ({
  id: credentialId,
  rawId: credentialId,
  type: "public-key" as const,
  clientExtensionResults: {},
  response,
});

/** Throws for an attestation that is not for the challenge. */
export async function checkAttestation(
  attestation: PasskeyAttestation,
  challenge: string,
  site: Site,
): Promise<Passkey> {
  const { credentialId, clientDataJson, attestationObject, transports } = attestation;
  const response = { clientDataJSON: clientDataJson, attestationObject, ...(transports && { transports }) };
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: wrap(credentialId, response),
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: false,
  });
  if (!verified) throw new Error("the attestation is not valid");
  return registrationInfo.credential;
}

/** Throws for an assertion of another passkey or for another challenge. Otherwise counts it. */
export async function checkAssertion(
  { credentialId, clientDataJson, ...rest }: PasskeyAssertion,
  challenge: string,
  site: Site,
  passkey: Passkey | undefined,
): Promise<void> {
  if (!passkey) throw new Error("no passkey");
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: wrap(credentialId, { ...rest, clientDataJSON: clientDataJson }),
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    credential: passkey,
  });
  if (!verified) throw new Error("the assertion is not valid");
  passkey.counter = authenticationInfo.newCounter;
}
