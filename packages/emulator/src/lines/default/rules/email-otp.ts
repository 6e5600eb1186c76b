import type { Emulation } from "../../../emulation.ts";
import { refuseProof } from "../../../refusal.ts";
import type { OtpCredential } from "../../../state/model.ts";

/** Only the latest code works, once, until it expires. A wrong code changes nothing. */
export function useCode({ clock }: Emulation, credential: OtpCredential, otp: string): void {
  const code = credential.codes.find(({ value }) => value === otp);
  if (!code) throw refuseProof("The one-time password is wrong or was used.");
  credential.codes = [];
  if (code.expiresAt > clock.now()) return;
  throw refuseProof("The challenge has expired. Ask for a new one.");
}
