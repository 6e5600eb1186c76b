import type { Emulation } from "../../../emulation.ts";
import { Refusal } from "../../../refusal.ts";
import type { OtpCredential } from "../../../state/model.ts";

/** Only the latest code works, once, until it expires. A wrong code changes nothing. */
export function useCode({ clock }: Emulation, credential: OtpCredential, otp: string): void {
  const code = credential.codes.find(({ value }) => value === otp);
  if (!code) throw new Refusal(401, "UNAUTHORIZED", "The one-time password is wrong or was used.");
  credential.codes = [];
  if (code.expiresAt > clock.now()) return;
  throw new Refusal(401, "UNAUTHORIZED", "The challenge has expired. Ask for a new one.");
}
