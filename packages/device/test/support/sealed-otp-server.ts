import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { openWithTurnkey } from "./open-otp.ts";
import { readStamp, verifyStamp } from "./read-stamp.ts";
import { sealedOtp } from "./vectors.ts";

export const CODE = "049713";
const ISO = (ms: number) => new Date(Date.now() + ms).toISOString();
const unauthorized = { status: 401, code: "UNAUTHORIZED", message: "no" };

/** What a verification waits for: its body, the token, and the key that has to sign it. */
interface Pending {
  readonly body: string;
  readonly token: string;
  readonly publicKey: string;
}

/**
 * As much of the line `latest` as a sealed code needs, on a real socket, with the vectors' target and signer. Opens
 * seals with @turnkey/crypto, verifies stamps with OpenSSL.
 */
export async function startSealedOtpServer(type: "EMAIL_OTP" | "SMS_OTP") {
  const credential = { id: `AuthMethod:${randomUUID()}`, type };
  const pending = new Map<string, Pending>();
  /** Of the sessions that are open. */
  const sessionKeys = new Set<string>();
  /** How often a signed request gets PROCESSING before it gets its session. */
  const atWork = { times: 0 };

  const describe = () => ({
    ...credential,
    accountId: "InternalAccount:1",
    nickname: "n",
    createdAt: ISO(0),
    updatedAt: ISO(0),
  });

  async function demandSignature(body: { type: string; encryptedOtpBundle: string }) {
    const opened = await openWithTurnkey(body.encryptedOtpBundle, sealedOtp.keys.target.privateKey);
    const { otp_code: code, public_key: publicKey } = JSON.parse(opened);
    if (body.type !== type || code !== CODE || !/^0[23][0-9a-f]{64}$/.test(publicKey))
      return [401, unauthorized] as const;
    const requestId = `Request:${randomUUID()}`;
    const token = `${sealedOtp.verificationToken.token}.${requestId}`;
    pending.set(requestId, { body: JSON.stringify(body), token, publicKey });
    return [202, { type, payloadToSign: token, requestId, expiresAt: ISO(300_000) }] as const;
  }

  function openSession(requestId: string, signature: string, body: object) {
    const asked = pending.get(requestId);
    const isSigned =
      asked &&
      asked.body === JSON.stringify(body) &&
      asked.publicKey === readStamp(signature).publicKey &&
      verifyStamp(signature, asked.token);
    if (!isSigned) return [401, unauthorized] as const;
    if (atWork.times-- > 0) return [200, { status: "PROCESSING" }] as const;
    pending.delete(requestId);
    sessionKeys.add(asked.publicKey);
    return [200, { ...describe(), id: `Session:${randomUUID()}`, expiresAt: ISO(900_000) }] as const;
  }

  async function route({ url = "", headers }: IncomingMessage, body: never) {
    if (url.endsWith("/challenge"))
      return [200, { ...describe(), otpEncryptionTargetBundle: sealedOtp.targetBundle.json }] as const;
    const signature = headers["grid-wallet-signature"];
    if (signature === undefined) return demandSignature(body);
    return openSession(String(headers["request-id"]), String(signature), body);
  }

  const server = createServer(async (request, response) => {
    const body = await json(request).catch(() => undefined);
    const [status, result] = await route(request, body as never).catch(() => [401, unauthorized] as const);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(result));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    otpSigner: sealedOtp.keys.signer.publicKey,
    credential,
    sessionKeys,
    atWork,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
