import { createPasskey, type PasskeyCreationOptions, type SessionKey, signPayload } from "@grid-sdk/device";
import { set } from "idb-keyval";
import { post } from "./api.ts";
import { getSessionKey } from "./session-key.ts";
import { onDevice, onPasskey } from "./wire.ts";

interface Outcome {
  readonly payloadToSign?: string;
  readonly requestId?: string;
  readonly id?: string;
}

/** Makes a change that a key must approve: requests it, signs the payload here, and requests it again. */
export async function change(route: string, body: object, signer?: SessionKey): Promise<Outcome> {
  const { payloadToSign, requestId, ...done } = await post<Outcome>(route, body);
  if (payloadToSign === undefined) return done;
  const key = signer ?? (await getSessionKey());
  if (!key) throw new Error("The key of your session is not in this browser. Sign in again.");
  const signature = await onDevice("signs with the session's key", signPayload(payloadToSign, key));
  return post(route, { ...body, signed: { signature, requestId } });
}

export async function registerPasskey(nickname: string): Promise<void> {
  const invitation = await post<Omit<PasskeyCreationOptions, "rp">>("passkey/invite");
  const creating = createPasskey({ ...invitation, rp: { name: "Passkey login" } });
  const attestation = await onPasskey("makes a passkey", creating);
  const { id } = await change("passkey/register", { nickname, challenge: invitation.challenge, attestation });
  if (id !== undefined) await set("passkey", { id });
}
