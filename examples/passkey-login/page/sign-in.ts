import { generateClientKey, getPasskey, openSessionKey, type PasskeyDescriptor } from "@grid-sdk/device";
import { del, get, set } from "idb-keyval";
import { post } from "./api.ts";

interface Challenge {
  readonly challenge: string;
  readonly requestId: string;
  readonly passkey?: PasskeyDescriptor;
}

/** The challenge for the next tap: a request between tap and passkey would spend the tap in some browsers. */
let prepared: { readonly id: string; readonly at: number; readonly challenge: Challenge } | undefined;

/** Challenges are good for five minutes. */
const FRESH_MS = 240_000;

export async function signInWithCode(otp: string): Promise<void> {
  await openSession((clientPublicKey) => post("code/verify", { otp, clientPublicKey }));
}

/** Asks for the challenge of this device's passkey. Resolves to whether there is one to sign in with. */
export async function preparePasskey(): Promise<boolean> {
  const kept = await get<{ id: string }>("passkey");
  if (!kept) return false;
  if (prepared?.id === kept.id && Date.now() - prepared.at < FRESH_MS) return true;
  try {
    prepared = { id: kept.id, at: Date.now(), challenge: await post("passkey/challenge", { id: kept.id }) };
    return true;
  } catch {
    // It was revoked, here or elsewhere.
    await del("passkey");
    return false;
  }
}

export async function signInWithPasskey(): Promise<void> {
  if (!(await preparePasskey()) || !prepared) throw new Error("No passkey of this device is registered.");
  const { id, challenge } = prepared;
  const { requestId, passkey } = challenge;
  const assertion = await getPasskey(challenge, { allowCredentials: passkey ? [passkey] : undefined });
  prepared = undefined;
  await openSession((clientPublicKey) => post("passkey/verify", { id, requestId, assertion, clientPublicKey }));
}

async function openSession(
  verify: (clientPublicKey: string) => Promise<{ encryptedSessionSigningKey: string }>,
): Promise<void> {
  const clientKey = await generateClientKey();
  const { encryptedSessionSigningKey } = await verify(clientKey.publicKey);
  // IndexedDB keeps the key without its ever being readable; JSON would lose it.
  await set("session", await openSessionKey(encryptedSessionSigningKey, clientKey));
}
