import { createPasskeyDevice } from "./software-passkey.ts";

const encode = (bytes: BufferSource) => Buffer.from(bytes as Uint8Array).toString("base64url");
const decode = (text: string) => Uint8Array.from(Buffer.from(text, "base64url")).buffer;

/** A `navigator` whose `credentials` are a software passkey's; credentials come as a browser gives them, in buffers. */
export function createNavigator(origin: string) {
  const device = createPasskeyDevice(origin);
  return {
    credentials: {
      async create({ publicKey }: { publicKey: PublicKeyCredentialCreationOptions }) {
        const { challenge, user, rp, pubKeyCredParams } = publicKey;
        const options = { challenge: encode(challenge), rp: { name: rp.name }, user: { ...user, id: encode(user.id) } };
        return toLive(device.register({ ...options, pubKeyCredParams }).response);
      },
      async get({ publicKey: { challenge } }: { publicKey: PublicKeyCredentialRequestOptions }) {
        return toLive(device.assert({ challenge: encode(challenge) }));
      },
    },
  };
}

function toLive({ id, response }: { id: string; response: Record<string, string | string[]> }) {
  const { transports, ...fields } = response;
  const buffers = Object.entries(fields).map(([name, value]) => [name, decode(String(value))]);
  return {
    id,
    rawId: decode(id),
    type: "public-key",
    response: { userHandle: null, ...Object.fromEntries(buffers), getTransports: () => transports },
  };
}
