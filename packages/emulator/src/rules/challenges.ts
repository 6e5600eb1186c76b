import { formatTime } from "../clock.ts";
import type { Emulation } from "../emulation.ts";
import { refuseRate } from "../refusal.ts";
import type { OtpCredential, SealTarget } from "../state/model.ts";

/** Limits how often a credential gets a code. */
export function limitCodes({ clock, settings }: Emulation, { sentAt }: OtpCredential): void {
  if (sentAt === undefined) return;
  const waitMs = sentAt + settings.challengeEveryMs - clock.now();
  if (waitMs <= 0) return;
  throw refuseRate("Too many challenges for this credential. Wait before you ask for another one.", waitMs);
}

/** How many codes of a credential can be valid at once: Turnkey's limit. */
const MAX_CODES = 3;

/** Sends a new code, which replaces the last one. */
export function sendCode(emulation: Emulation, credential: OtpCredential, target?: SealTarget): void {
  const { clock, settings, deliver } = emulation;
  const value = settings.makeCode();
  const now = clock.now();
  const good = credential.codes.filter(({ expiresAt }) => expiresAt > now);
  const older = settings.keepOlderCodes ? good.slice(1 - MAX_CODES) : [];
  credential.codes = [...older, { value, expiresAt: now + settings.challengeMs, target, wrong: 0 }];
  credential.sentAt = now;
  const box = credential.type === "SMS_OTP" ? "texts" : "outbox";
  deliver(box, { to: credential.to, code: value, credential: credential.id, time: formatTime(now) });
}
