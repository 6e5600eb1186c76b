import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { AuthCredentialCreateRequestOneOf, AuthCredentialVerifyRequestOneOf } from "@grid-sdk/core";
import { findViolations } from "./fragment.ts";
import { describeKey } from "./import-keys.ts";
import { readStamp, verifyStamp } from "./read-stamp.ts";
import { checkAssertion, checkAttestation, type Passkey, type Site } from "./check-passkey.ts";
import { sealWithTurnkey } from "./seal-session-key.ts";

interface Credential {
  readonly id: string;
  readonly type: "EMAIL_OTP" | "OAUTH" | "PASSKEY";
  readonly passkey?: Passkey;
}

export const OTP = "123456";
export const OIDC_TOKEN = "header.payload.signature";
const ISO = (ms: number) => new Date(Date.now() + ms).toISOString();
const encode = (text: string) => Buffer.from(text).toString("base64url");

class Refusal extends Error {
  readonly status: 400 | 401 | 404;
  constructor(status: 400 | 401 | 404, code: string) {
    super(code);
    this.status = status;
  }
}

/**
 * The part of the API that the recipes call, for one account, on a real socket. It verifies with other code than the
 * package: @simplewebauthn/server, @turnkey/crypto and OpenSSL.
 */
export async function startGridServer(site: Site) {
  const credentials = new Map<string, Credential>();
  /** By `Request-Id`: the request that it belongs to. Each works once. */
  const challenges = new Map<string, string>();
  const sessionKeys = new Map<string, string>();
  /** Whether passkeys get the API's later challenges, of 64 hex characters. */
  const later = { isOn: false };
  const add = (credential: Omit<Credential, "id">) => {
    const id = `AuthMethod:${randomUUID()}`;
    credentials.set(id, { id, ...credential });
    return id;
  };
  const ids = { email: add({ type: "EMAIL_OTP" }), oauth: add({ type: "OAUTH" }) };
  const take = (requestId: unknown, status: 401) => {
    const given = challenges.get(String(requestId));
    challenges.delete(String(requestId));
    if (given === undefined) throw new Refusal(status, "UNAUTHORIZED");
    return given;
  };

  const describe = ({ id, type }: Credential) => {
    const now = ISO(0);
    return { id, accountId: "InternalAccount:1", type, nickname: "n", createdAt: now, updatedAt: now };
  };
  const challenge = (credential: Credential) => {
    if (credential.type !== "PASSKEY") return describe(credential);
    const requestId = randomUUID();
    const text = later.isOn ? randomBytes(32).toString("hex") : randomBytes(24).toString("base64url");
    challenges.set(requestId, later.isOn ? encode(text) : text);
    return { ...describe(credential), challenge: text, requestId, expiresAt: ISO(300_000) };
  };

  async function verify(credential: Credential, body: AuthCredentialVerifyRequestOneOf, requestId: unknown) {
    if (body.type !== credential.type) throw new Refusal(400, "INVALID_INPUT");
    if (body.type === "EMAIL_OTP" && body.otp !== OTP) throw new Refusal(401, "UNAUTHORIZED");
    if (body.type === "OAUTH" && body.oidcToken !== OIDC_TOKEN) throw new Refusal(401, "UNAUTHORIZED");
    if (body.type === "PASSKEY") {
      refuseViolations("PasskeyAssertion", body.assertion);
      await checkAssertion(body.assertion, take(requestId, 401), site, credential.passkey);
    }
    const sessionKey = randomBytes(31).toString("hex").padStart(64, "0");
    sessionKeys.set(describeKey(sessionKey).compressed, credential.id);
    const encryptedSessionSigningKey = await sealWithTurnkey(sessionKey, body.clientPublicKey);
    const session = { ...describe(credential), id: `Session:${randomUUID()}`, expiresAt: ISO(900_000) };
    return { ...session, encryptedSessionSigningKey };
  }

  /** The 202 of an unsigned request, or undefined for a signed one. Rejects a signature that is not valid. */
  function demandSignature(request: IncomingMessage, target: string, type: Credential["type"], notBy?: string) {
    const signature = request.headers["grid-wallet-signature"];
    if (signature === undefined) {
      const requestId = randomUUID();
      const payloadToSign = JSON.stringify({ requestId, expiresAt: ISO(300_000), note: "ünïcode ✓" });
      challenges.set(requestId, `${target}\n${payloadToSign}`);
      return { type, requestId, payloadToSign, expiresAt: ISO(300_000) };
    }
    const [given, payload = ""] = take(request.headers["request-id"], 401).split("\n");
    const signer = sessionKeys.get(readStamp(String(signature)).publicKey);
    if (given !== target || !signer || signer === notBy || !verifyStamp(String(signature), payload))
      throw new Refusal(401, "INVALID_SIGNATURE");
    return undefined;
  }

  async function create(request: IncomingMessage, body: AuthCredentialCreateRequestOneOf) {
    if (body.type !== "PASSKEY") throw new Refusal(400, "INVALID_INPUT");
    refuseViolations("PasskeyAttestation", body.attestation);
    const demand = demandSignature(request, `create ${JSON.stringify(body)}`, body.type);
    if (demand) return [202, demand] as const;
    const passkey = await checkAttestation(body.attestation, body.challenge, site);
    const id = add({ type: "PASSKEY", passkey });
    return [201, challenge({ id, type: "PASSKEY" })] as const;
  }

  async function route(request: IncomingMessage): Promise<readonly [number, unknown]> {
    const [, , , id = "", action] = (request.url ?? "").split("/").map(decodeURIComponent);
    const body =
      request.method === "POST" && request.headers["content-length"] !== "0"
        ? await json(request).catch(() => undefined)
        : undefined;
    if (id === "") return create(request, body as AuthCredentialCreateRequestOneOf);
    const credential = credentials.get(id);
    if (!credential) throw new Refusal(404, "REFERENCE_NOT_FOUND");
    if (action === "challenge") return [200, challenge(credential)];
    if (action === "verify")
      return [200, await verify(credential, body as AuthCredentialVerifyRequestOneOf, request.headers["request-id"])];
    const demand = demandSignature(request, `revoke ${id}`, credential.type, id);
    if (demand) return [202, demand];
    credentials.delete(id);
    return [204, undefined];
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const [status, body] = await route(request).catch((error: unknown) => {
      const refusal = error instanceof Refusal ? error : new Refusal(401, "UNAUTHORIZED");
      return [refusal.status, { status: refusal.status, code: refusal.message, message: String(error) }] as const;
    });
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ids,
    credentials,
    sessionKeys,
    later,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuseViolations(schema: string, value: object): void {
  const violations = findViolations(schema, value);
  if (violations.length > 0) throw new Refusal(400, "INVALID_INPUT");
}
