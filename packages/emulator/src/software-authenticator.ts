import type { PasskeyAssertion, PasskeyAttestation } from "@grid-sdk/core";
import { createSoftwarePasskey } from "@grid-sdk/server-kit";

export interface SoftwareAuthenticatorOptions {
  /**
   * The origin of the page, for example `https://example.com` or `http://localhost:3000`, or an app's, for example
   * `android:apk-key-hash:…`, which the emulator accepts if its `origins` name it.
   */
  readonly origin: string;
  /** Default: the host of the origin; an app has none. */
  readonly rpId?: string | undefined;
}

/** One passkey without a browser: ES256, attestation `none`, the user always present and verified. */
export interface SoftwareAuthenticator {
  /** base64url; with `publicKey` and `rpId` what a seed takes. */
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly rpId: string;
  /** The `attestation` of a registration with this challenge, base64url. */
  attest(challenge: string): PasskeyAttestation;
  /** The `assertion` over the `challenge` of a `PasskeyAuthChallenge`. */
  assert(challenge: string): PasskeyAssertion;
}

/** Throws a `TypeError` for an origin that is none, and for an app's without an RP ID. */
export function createSoftwareAuthenticator({ origin, rpId }: SoftwareAuthenticatorOptions): SoftwareAuthenticator {
  if (!URL.canParse(origin)) {
    throw new TypeError(`passkey takes { origin, rpId } with the URL of a page; got ${JSON.stringify(origin)}.`);
  }
  const url = new URL(origin);
  const rp = { id: rpId ?? url.hostname };
  if (rp.id === "") throw new TypeError(`passkey takes an rpId for ${origin}, which names no host.`);
  // An app's origin, such as android:apk-key-hash:…, is signed as it is.
  const passkey = createSoftwarePasskey(url.origin === "null" ? origin : url.origin);
  return {
    credentialId: passkey.id,
    publicKey: Buffer.from(passkey.publicKey).toString("base64url"),
    rpId: rp.id,
    attest(challenge) {
      const { id, response } = passkey.register({ challenge, rp, user: { id: "dXNlcg" } }).response;
      const { clientDataJSON, attestationObject, transports } = response;
      return { credentialId: id, clientDataJson: clientDataJSON, attestationObject, transports };
    },
    assert(challenge) {
      const { id, response } = passkey.assert({ challenge: readChallenge(challenge), rpId: rp.id });
      const { clientDataJSON, authenticatorData, signature, userHandle } = response;
      return {
        credentialId: id,
        clientDataJson: clientDataJSON,
        authenticatorData,
        signature,
        ...(userHandle !== undefined && { userHandle }),
      };
    },
  };
}

/** The API's later challenges are 64 hex characters, which are signed as they are. */
function readChallenge(challenge: string): string {
  const bytes = /^[0-9a-f]{64}$/.test(challenge) ? Buffer.from(challenge) : Buffer.from(challenge, "base64url");
  return bytes.toString("base64url");
}
