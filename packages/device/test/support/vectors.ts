import { readFileSync } from "node:fs";
import { join } from "node:path";

const read = (name: string): unknown =>
  // Not `URL`, which is the window's in jsdom.
  JSON.parse(readFileSync(join(import.meta.dirname, `../vectors/${name}.json`), "utf8"));

interface Sealed {
  readonly bundle: string;
  readonly enc: string;
  readonly ciphertext: string;
}

export const keys = read("device-keys") as {
  readonly client: { readonly privateKey: string; readonly publicKey: string; readonly publicKeyCompressed: string };
  readonly session: { readonly privateKey: string; readonly publicKey: string; readonly publicKeyCompressed: string };
  readonly turnkey: Sealed;
  readonly plain: Sealed;
  readonly stamp: {
    readonly payload: string;
    readonly header: string;
    readonly derHex: string;
    readonly derHexOtherS: string;
  };
};

interface KeyPair {
  readonly label: string;
  readonly privateKey: string;
  readonly publicKey: string;
  readonly publicKeyCompressed: string;
}

interface SealedOtp {
  readonly name: string;
  readonly plaintext: string;
  readonly encryptedOtpBundle: string;
}

export const sealedOtp = read("sealed-otp") as {
  readonly keys: Readonly<Record<"target" | "signer" | "tek" | "eph" | "token", KeyPair>>;
  readonly targetBundle: {
    readonly json: string;
    readonly dataText: string;
    readonly data: string;
    readonly dataSignature: string;
    readonly dataSignatureOtherS: string;
    readonly enclaveQuorumPublic: string;
  };
  readonly seals: readonly SealedOtp[];
  readonly mustNotOpen: readonly Pick<SealedOtp, "name" | "encryptedOtpBundle">[];
  readonly turnkeySeal: Omit<SealedOtp, "name">;
  readonly verificationToken: { readonly token: string; readonly claims: { readonly public_key: string } };
  readonly stamp: { readonly payloadToSign: string; readonly header: string };
};

export const webauthn = read("webauthn") as {
  readonly origin: string;
  readonly rpId: string;
  readonly registration: {
    readonly challenge: string;
    readonly attestation: {
      readonly credentialId: string;
      readonly clientDataJson: string;
      readonly attestationObject: string;
      readonly transports: ["internal"];
    };
  };
  readonly assertion: {
    readonly challenge: string;
    readonly assertion: {
      readonly credentialId: string;
      readonly clientDataJson: string;
      readonly authenticatorData: string;
      readonly signature: string;
      readonly userHandle: string;
    };
  };
};

/** The example of a sealed key in the API's own specification, of all revisions since the first. */
export const PUBLISHED_EXAMPLE =
  "w99a5xV6A75TfoAUkZn869fVyDYvgVsKrawMALZXmrauZd8hEv66EkPU1Z42CUaHESQjcA5bqd8dynTGBMLWB9ewtXWPEVbZvocB4Tw2K1vQVp7uwjf";

/** The private key that it is sealed for. The tests of @turnkey/crypto publish it. */
export const TURNKEY_TEST_KEY = "20fa65df11f24833790ae283fc9a0c215eecbbc589549767977994dc69d05a56";
