import { generateSessionKey, sealOtp, type SessionKey, sessionKeyOf, type SessionResponse } from "@grid-sdk/device";
import { post } from "../api.ts";
import { change } from "../change.ts";
import type { Challenge, Opened } from "../line.ts";
import { start } from "../start.ts";
import { onDevice } from "../wire.ts";

/** The key that signs the targets of codes, built in per environment. Undefined in production: `sealOtp` knows that key. */
declare const OTP_SIGNER: string | undefined;

interface Kept {
  readonly otpEncryptionTargetBundle: string;
}

await start<Kept>({
  name: "latest",
  codeTypes: ["EMAIL_OTP", "SMS_OTP"],
  askForCode: (type) => post("code/send", { type }),
  async signInWithCode(type, code, { otpEncryptionTargetBundle }) {
    const key = await makeKey();
    const sealing = sealOtp(otpEncryptionTargetBundle, code, key.publicKey, { signer: OTP_SIGNER });
    const encryptedOtpBundle = await onDevice("checks who will read the code, and seals it with the key", sealing);
    return open(key, change("code/verify", { type, encryptedOtpBundle }, key));
  },
  async startPasskeySignIn(id) {
    const key = await makeKey();
    const challenge = await post<Challenge>("passkey/challenge", { id, clientPublicKey: key.publicKey });
    const { requestId } = challenge;
    return { challenge, complete: (assertion) => open(key, post("passkey/verify", { id, requestId, assertion })) };
  },
  async refresh() {
    const key = await makeKey();
    return open(key, change("session/refresh", { clientPublicKey: key.publicKey }));
  },
});

/** The key never leaves this device, and becomes the session's key. */
function makeKey(): Promise<SessionKey> {
  return onDevice("makes the key of the next session", generateSessionKey());
}

async function open(key: SessionKey, opening: Promise<Partial<SessionResponse>>): Promise<Opened> {
  // It rejects a response that is not a session.
  const session = (await opening) as SessionResponse;
  return { key: await sessionKeyOf(session, key), id: session.id };
}
