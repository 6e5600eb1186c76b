import { createPasskey, type PasskeyCreationOptions, type SessionKey, signPayload } from "@grid-sdk/device";
import { get, set } from "idb-keyval";
import { post } from "./api.ts";

interface Answer {
  readonly payloadToSign?: string;
  readonly requestId?: string;
  readonly id?: string;
}

/** Makes a change that the open session has to sign for: asked for, signed here, asked for again. */
export async function change(route: string, body: object): Promise<Answer> {
  const { payloadToSign, requestId, ...done } = await post<Answer>(route, body);
  if (payloadToSign === undefined) return done;
  const key = await get<SessionKey>("session");
  if (!key) throw new Error("This browser has no session key. Sign in again.");
  const signature = await signPayload(payloadToSign, key);
  return post(route, { ...body, signed: { signature, requestId } });
}

export async function registerPasskey(nickname: string): Promise<void> {
  const invitation = await post<Omit<PasskeyCreationOptions, "rp">>("passkey/invite");
  const attestation = await createPasskey({ ...invitation, rp: { name: "Passkey login" } });
  const { id } = await change("passkey/register", { nickname, attestation });
  if (id !== undefined) await set("passkey", { id });
}
