import type { SoftwareAuthenticator } from "../../src/latest.ts";

type Descriptors = readonly { readonly id: ArrayBuffer | Uint8Array }[] | undefined;

const encode = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString("base64url");
const decode = (text: string) => Uint8Array.from(Buffer.from(text, "base64url")).buffer;

/** A `navigator` of a browser that has one passkey, the emulator's; credentials come in buffers, as a browser gives them. */
export function createNavigator(passkey: SoftwareAuthenticator) {
  const { credentialId } = passkey;
  const includes = (descriptors: Descriptors) => descriptors?.some(({ id }) => encode(id) === credentialId);
  return {
    credentials: {
      async create({ publicKey }: { publicKey: { challenge: ArrayBuffer; excludeCredentials: Descriptors } }) {
        if (includes(publicKey.excludeCredentials)) throw new DOMException("it has one", "InvalidStateError");
        const { clientDataJson, attestationObject, transports } = passkey.attest(encode(publicKey.challenge));
        return toLive(credentialId, { clientDataJSON: clientDataJson, attestationObject }, transports);
      },
      async get({ publicKey }: { publicKey: { challenge: ArrayBuffer; allowCredentials: Descriptors } }) {
        const { allowCredentials } = publicKey;
        if (allowCredentials?.length && !includes(allowCredentials))
          throw new DOMException("no passkey fits", "NotAllowedError");
        const { clientDataJson, authenticatorData, signature, userHandle } = passkey.assert(
          encode(publicKey.challenge),
        );
        return toLive(credentialId, {
          clientDataJSON: clientDataJson,
          authenticatorData,
          signature,
          ...(userHandle && { userHandle }),
        });
      },
    },
  };
}

function toLive(id: string, fields: Record<string, string>, transports: readonly string[] = []) {
  const buffers = Object.entries(fields).map(([name, value]) => [name, decode(value)]);
  const response = { userHandle: null, ...Object.fromEntries(buffers), getTransports: () => transports };
  return { id, rawId: decode(id), type: "public-key", response };
}
