import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** The fields of `PublicKeyCredentialCreationOptionsJSON` that it uses. */
interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id?: string | undefined };
  readonly user: { readonly id: string };
}

/** The fields of `PublicKeyCredentialRequestOptionsJSON` that it uses. */
interface RequestOptions {
  readonly challenge: string;
  readonly rpId?: string | undefined;
}

/** The fields of a credential's `response`, as its `toJSON()` gives them. */
interface RegistrationResponse {
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports: ["internal"];
}

interface AuthenticationResponse {
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle?: string;
}

export interface SoftwarePasskey {
  /** base64url. */
  readonly id: string;
  /** COSE. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** As `navigator.credentials.create()`. */
  register(options: CreationOptions): RegistrationResponse;
  /** As `navigator.credentials.get()`. */
  assert(options: RequestOptions): AuthenticationResponse;
}

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const USER_PRESENT_AND_VERIFIED = 0x05;
const HAS_CREDENTIAL = 0x40;

/** An authenticator without a browser. It has one ES256 passkey, with attestation `none`. */
export function createSoftwarePasskey(origin: string): SoftwarePasskey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  let counter = 0;
  let userHandle: string | undefined;

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (rpId: string | undefined, flags: number, rest = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([sha256(rpId ?? new URL(origin).hostname), Buffer.of(flags), count, rest]);
  };
  // CBOR by hand: kty EC2, alg ES256, crv P-256, x, y.
  const cose = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);

  return {
    id: id.toString("base64url"),
    publicKey: new Uint8Array(cose),
    register({ challenge, rp, user }: CreationOptions) {
      userHandle = user.id;
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, id.length), id, cose]);
      const data = authenticatorData(rp.id, USER_PRESENT_AND_VERIFIED | HAS_CREDENTIAL, attested);
      // { fmt: "none", attStmt: {}, authData: bytes of one length byte }
      const head = Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex");
      return {
        clientDataJSON: clientData("webauthn.create", challenge).toString("base64url"),
        attestationObject: Buffer.concat([head, Buffer.of(data.length), data]).toString("base64url"),
        transports: ["internal"],
      };
    },
    assert({ challenge, rpId }: RequestOptions) {
      const client = clientData("webauthn.get", challenge);
      const data = authenticatorData(rpId, USER_PRESENT_AND_VERIFIED);
      return {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", Buffer.concat([data, sha256(client)]), privateKey).toString("base64url"),
        ...(userHandle !== undefined && { userHandle }),
      };
    },
  };
}
