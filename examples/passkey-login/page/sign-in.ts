import { generateClientKey, getPasskey, openSessionKey, type PasskeyDescriptor } from "@grid-sdk/device";
import { del, get } from "idb-keyval";
import { post, RequestError } from "./api.ts";
import { msUntil } from "./api-clock.ts";
import { keepSessionKey } from "./session-key.ts";

interface Challenge {
  readonly challenge: string;
  readonly requestId: string;
  readonly expiresAt: string;
  readonly passkey?: PasskeyDescriptor;
}
interface Session {
  readonly sessionId: string;
  readonly encryptedSessionSigningKey: string;
}

/** The challenge for the next tap: a request between tap and passkey would spend the tap in some browsers. */
let prepared: { readonly id: string; readonly challenge: Challenge } | undefined;

/** What has to be left of a challenge's time for the user to confirm. */
const NEEDED_MS = 60_000;

export async function signInWithCode(otp: string): Promise<void> {
  await openSession((clientPublicKey) => post("code/verify", { otp, clientPublicKey }));
}

/** Resolves to whether this device has a passkey to sign in with, and gets the challenge for it. */
export async function preparePasskey(): Promise<boolean> {
  const id = await findPasskey();
  if (id === undefined) return false;
  try {
    await prepareChallenge(id);
  } catch (error) {
    // The next tap reports any other error: the passkey may be good.
    if (!(error instanceof RequestError) || error.reason !== "GONE") return true;
    await del("passkey");
    return false;
  }
  return true;
}

export async function signInWithPasskey(): Promise<void> {
  const id = await findPasskey();
  if (id === undefined) throw new Error("No passkey of this device is registered.");
  const challenge = await prepareChallenge(id);
  const { requestId, passkey } = challenge;
  const assertion = await getPasskey(challenge, { allowCredentials: passkey ? [passkey] : undefined });
  // Used up, whatever comes of it.
  prepared = undefined;
  await openSession((clientPublicKey) => post("passkey/verify", { id, requestId, assertion, clientPublicKey }));
}

/** The API's id of the passkey that was registered here. */
async function findPasskey(): Promise<string | undefined> {
  return (await get<{ id: string }>("passkey"))?.id;
}

async function prepareChallenge(id: string): Promise<Challenge> {
  if (prepared?.id === id && msUntil(prepared.challenge.expiresAt) > NEEDED_MS) return prepared.challenge;
  prepared = { id, challenge: await post("passkey/challenge", { id }) };
  return prepared.challenge;
}

async function openSession(verify: (clientPublicKey: string) => Promise<Session>): Promise<void> {
  const clientKey = await generateClientKey();
  const { sessionId, encryptedSessionSigningKey } = await verify(clientKey.publicKey);
  await keepSessionKey(await openSessionKey(encryptedSessionSigningKey, clientKey), sessionId);
}
