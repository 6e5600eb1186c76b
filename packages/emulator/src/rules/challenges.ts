import { randomBytes, randomUUID } from "node:crypto";
import { formatTime } from "../clock.ts";
import type { Emulation } from "../emulation.ts";
import { Refusal } from "../refusal.ts";
import type { Account, EmailOtpCredential, PasskeyCredential } from "../state/model.ts";

/** Codes are mailed for a credential no faster than the limit allows. */
export function limitCodes({ clock, settings }: Emulation, { mailedAt }: EmailOtpCredential): void {
  if (mailedAt === undefined) return;
  const waitMs = mailedAt + settings.challengeEveryMs - clock.now();
  if (waitMs <= 0) return;
  throw new Refusal(
    429,
    "RATE_LIMITED",
    "Too many challenges for this credential. Wait before asking for another one.",
    {
      headers: { "retry-after": String(Math.ceil(waitMs / 1000)) },
    },
  );
}

/** Mails a new code, which takes the place of the last one. */
export function mailCode(
  { clock, settings, outbox }: Emulation,
  { email }: Account,
  credential: EmailOtpCredential,
): void {
  const value = settings.makeCode();
  const now = clock.now();
  credential.code = { value, expiresAt: now + settings.challengeMs };
  credential.mailedAt = now;
  outbox.push({ to: email, code: value, credential: credential.id, time: formatTime(now) });
}

/** A passkey gets a challenge of its own each time; those before it stay good until they expire. */
export function issuePasskeyChallenge({ state, clock, settings }: Emulation, { id }: PasskeyCredential) {
  const requestId = randomUUID();
  const challenge = randomBytes(24).toString("base64url");
  const expiresAt = clock.now() + settings.challengeMs;
  state.passkeyChallenges.add(requestId, { credentialId: id, challenge, expiresAt });
  return { challenge, requestId, expiresAt: formatTime(expiresAt) };
}
