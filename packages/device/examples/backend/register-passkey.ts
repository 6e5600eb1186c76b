import { randomBytes } from "node:crypto";
import type { GridClient, PasskeyAttestation, PasskeyCredentialCreateRequest } from "@grid-sdk/client/latest";

/** A client of either line: this code is the same on both. */
type Grid = Pick<GridClient, "createAuthCredential">;

/** What your backend keeps for one user between two requests, for 5 minutes. Two tabs can register at once. */
export interface RegistrationState {
  /** Issued and not yet used. */
  readonly challenges: Set<string>;
  /** Requests that wait for a signature, by their `requestId`. */
  readonly requests: Map<string, PasskeyCredentialCreateRequest>;
}

// Your backend makes the challenge of a registration. It works once.
export function issueChallenge({ challenges }: RegistrationState): string {
  const challenge = randomBytes(32).toString("base64url");
  challenges.add(challenge);
  return challenge;
}

/** The id of the new credential (AuthMethod:…), or the payload that a session has to sign first. */
interface Registration {
  id?: string;
  payloadToSign?: string;
  requestId?: string;
}

// 202 means that nothing has changed yet: the wallet already has credentials, and one of their sessions has to sign.
export async function startRegistration(
  grid: Grid,
  { challenges, requests }: RegistrationState,
  accountId: string,
  { nickname, challenge, attestation }: { nickname: string; challenge: string; attestation: PasskeyAttestation },
): Promise<Registration> {
  if (!challenges.delete(challenge)) throw new Error("this challenge was not issued to the user, or was used");
  const body = { type: "PASSKEY", accountId, nickname, challenge, attestation } as const;
  const { status, data } = await grid.createAuthCredential({ body });
  if (status !== 202) return { id: data.id };
  const { payloadToSign, requestId } = data;
  requests.set(requestId, body);
  return { payloadToSign, requestId };
}

// The same request, now signed.
export async function completeRegistration(
  grid: Grid,
  { requests }: RegistrationState,
  { requestId, signature }: { requestId: string; signature: string },
): Promise<{ id: string }> {
  const body = requests.get(requestId);
  if (!body) throw new Error("no registration waits for this signature");
  const header = { "Request-Id": requestId, "Grid-Wallet-Signature": signature };
  const result = await grid.createAuthCredential({ body, header });
  if (result.status === 202) throw new Error("the API asks again for a signature, although the request had one");
  requests.delete(requestId);
  return { id: result.data.id };
}
