import type { EmailOtpCredentialVerifyRequest } from "@grid-sdk/core";
import type { CredentialType } from "../../credentials/credential-type.ts";
import { shareOtp } from "../../credentials/otp.ts";
import { openSession } from "../../open-session.ts";
import { chooseSessionKey } from "../../session-key.ts";
import { limitCodes, sendCode } from "../../rules/challenges.ts";
import { useCode } from "./rules/email-otp.ts";
import { demandPublicKey } from "./rules/keys.ts";

export const emailOtp: CredentialType<"EMAIL_OTP", EmailOtpCredentialVerifyRequest> = {
  ...shareOtp("EMAIL_OTP", ({ email }) => email),
  register(emulation, _account, credential) {
    sendCode(emulation, credential);
    return {};
  },
  challenge(emulation, credential) {
    limitCodes(emulation, credential);
    sendCode(emulation, credential);
    return {};
  },
  async verify(emulation, credential, { body: { otp, clientPublicKey } }) {
    demandPublicKey(clientPublicKey);
    useCode(emulation, credential, otp);
    return openSession(emulation, credential.id, await chooseSessionKey(clientPublicKey));
  },
};
