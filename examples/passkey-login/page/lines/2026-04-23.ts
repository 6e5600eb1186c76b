import { generateClientKey, sessionKeyOf, type SessionResponse } from "@grid-sdk/device";
import { post } from "../api.ts";
import type { Challenge, Opened } from "../line.ts";
import { start } from "../start.ts";
import { onDevice } from "../wire.ts";

await start({
  name: "2026-04-23",
  codeTypes: ["EMAIL_OTP"],
  askForCode: (type) => post<object>("code/send", { type }),
  signInWithCode: (type, otp) => open((clientPublicKey) => post("code/verify", { type, otp, clientPublicKey })),
  async startPasskeySignIn(id) {
    const challenge = await post<Challenge>("passkey/challenge", { id });
    const { requestId } = challenge;
    return {
      challenge,
      complete: (assertion) =>
        open((clientPublicKey) => post("passkey/verify", { id, requestId, assertion, clientPublicKey })),
    };
  },
});

/** The API makes the session's key, and seals it for the key of this device. */
async function open(verify: (clientPublicKey: string) => Promise<SessionResponse>): Promise<Opened> {
  const clientKey = await onDevice("makes a key to receive the session's key with", generateClientKey());
  const session = await verify(clientKey.publicKey);
  return { id: session.id, key: await onDevice("opens the session's key", sessionKeyOf(session, clientKey)) };
}
