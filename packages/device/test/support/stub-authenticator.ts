import { createSoftwarePasskey } from "@grid-sdk/server-kit";

const encode = (bytes: BufferSource) => Buffer.from(bytes as Uint8Array).toString("base64url");
const decode = (text: string) => Uint8Array.from(Buffer.from(text, "base64url")).buffer;

/** A `navigator` whose `credentials` are a software passkey's; credentials come as a browser gives them, in buffers. */
export function createNavigator(origin: string) {
  const device = createSoftwarePasskey(origin);
  return {
    credentials: {
      async create({ publicKey }: { publicKey: PublicKeyCredentialCreationOptions }) {
        const { challenge, user } = publicKey;
        const options = { challenge: encode(challenge), rp: {}, user: { id: encode(user.id) } };
        return toLive(device.id, device.register(options));
      },
      async get({ publicKey: { challenge } }: { publicKey: PublicKeyCredentialRequestOptions }) {
        return toLive(device.id, device.assert({ challenge: encode(challenge) }));
      },
    },
  };
}

function toLive(id: string, response: object) {
  const { transports, ...fields } = response as { transports?: string[] };
  const buffers = Object.entries(fields).map(([name, value]) => [name, decode(String(value))]);
  return {
    id,
    rawId: decode(id),
    type: "public-key",
    response: { userHandle: null, ...Object.fromEntries(buffers), getTransports: () => transports },
  };
}
