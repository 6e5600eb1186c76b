import { randomBytes } from "node:crypto";
import type { GridClient, PasskeyAttestation, PasskeyCredentialCreateRequest } from "@grid-sdk/client/latest";

/** A client of either line: what follows is the same on both. */
type Grid = Pick<GridClient, "createAuthCredential">;

/** What your backend keeps of one user between two requests. Use your session store. */
export interface RegistrationState {
  challenge?: string | undefined;
  request?: PasskeyCredentialCreateRequest | undefined;
}

// The challenge of a registration is yours. It works once.
export function issueChallenge(state: RegistrationState): string {
  state.challenge = randomBytes(32).toString("base64url");
  return state.challenge;
}

/** The id of the new credential, AuthMethod:…, or what a session has to sign first. */
interface Registration {
  id?: string;
  payloadToSign?: string;
  requestId?: string;
}

// 202 means that nothing has happened yet: the wallet has credentials, and one of their sessions has to sign.
export async function startRegistration(
  grid: Grid,
  state: RegistrationState,
  accountId: string,
  { nickname, attestation }: { nickname: string; attestation: PasskeyAttestation },
): Promise<Registration> {
  const { challenge } = state;
  if (challenge === undefined) throw new Error("no challenge was issued");
  state.challenge = undefined;
  state.request = { type: "PASSKEY", accountId, nickname, challenge, attestation };
  const { status, data } = await grid.createAuthCredential({ body: state.request });
  return status === 202 ? { payloadToSign: data.payloadToSign, requestId: data.requestId } : { id: data.id };
}

// The same request again, now signed.
export async function completeRegistration(
  grid: Grid,
  state: RegistrationState,
  { requestId, signature }: { requestId: string; signature: string },
): Promise<{ id: string }> {
  if (!state.request) throw new Error("no registration was started");
  const header = { "Request-Id": requestId, "Grid-Wallet-Signature": signature };
  const result = await grid.createAuthCredential({ body: state.request, header });
  if (result.status === 202) throw new Error("the API asks for the signature that it got");
  state.request = undefined;
  return { id: result.data.id };
}
