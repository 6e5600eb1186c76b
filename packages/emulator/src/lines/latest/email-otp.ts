import type { EmailOtpCredentialVerifyRequest } from "@grid-sdk/core/latest";
import type { CredentialType } from "../../credentials/credential-type.ts";
import { shareOtp } from "../../credentials/otp.ts";
import { sealedOtp } from "./sealed-otp.ts";

export const emailOtp: CredentialType<"EMAIL_OTP", EmailOtpCredentialVerifyRequest> = {
  ...shareOtp("EMAIL_OTP", ({ email }) => email),
  ...sealedOtp,
};
