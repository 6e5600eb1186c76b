import type { PasskeyAssertion, PasskeyAttestation } from "@grid-sdk/core";
import { createSoftwarePasskey } from "@grid-sdk/server-kit";

export interface SoftwareAuthenticatorOptions {
  /**
   * The origin of the page, for example `https://example.com` or `http://localhost:3000`, or an app's, for example
   * `android:apk-key-hash:…`, which the emulator accepts if its `origins` name it.
   */
  readonly origin: string;
  /** Default: the host of the origin. Required for an app, whose origin has no host. */
  readonly rpId?: string | undefined;
}

/** A passkey without a browser: ES256, attestation `none`. The user is always present and verified. */
export interface SoftwareAuthenticator {
  /** base64url. For a seed, together with `publicKey` and `rpId`. */
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly rpId: string;
  /** Makes the `attestation` of a registration with this challenge (base64url). */
  attest(challenge: string): PasskeyAttestation;
  /** Makes the `assertion` over the `challenge` of a `PasskeyAuthChallenge`. */
  assert(challenge: string): PasskeyAssertion;
}

/** Throws a `TypeError` for an origin that is not valid, and for an app without an RP ID. */
export function createSoftwareAuthenticator({ origin, rpId }: SoftwareAuthenticatorOptions): SoftwareAuthenticator {
  if (!URL.canParse(origin)) {
    throw new TypeError(`passkey: origin must be the URL of a page or an app; got ${JSON.stringify(origin)}.`);
  }
  const url = new URL(origin);
  const rp = { id: rpId ?? url.hostname };
  if (rp.id === "") throw new TypeError(`passkey: set rpId for ${origin}, which has no host.`);
  // An app's origin, such as android:apk-key-hash:…, is signed as it is.
  const passkey = createSoftwarePasskey(url.origin === "null" ? origin : url.origin);
  return {
    credentialId: passkey.id,
    publicKey: Buffer.from(passkey.publicKey).toString("base64url"),
    rpId: rp.id,
    attest(challenge) {
      const { clientDataJSON, ...others } = passkey.register({ challenge, rp, user: { id: "dXNlcg" } });
      return { credentialId: passkey.id, clientDataJson: clientDataJSON, ...others };
    },
    assert(challenge) {
      const { clientDataJSON, ...others } = passkey.assert({ challenge: readChallenge(challenge), rpId: rp.id });
      return { credentialId: passkey.id, clientDataJson: clientDataJSON, ...others };
    },
  };
}

/** On `latest`, a challenge is 64 hex characters, and the device signs the characters. */
function readChallenge(challenge: string): string {
  const bytes = /^[0-9a-f]{64}$/.test(challenge) ? Buffer.from(challenge) : Buffer.from(challenge, "base64url");
  return bytes.toString("base64url");
}
