import type { SmsOtpCredentialVerifyRequest } from "@grid-sdk/core/latest";
import type { CredentialType } from "../../credentials/credential-type.ts";
import { shareOtp } from "../../credentials/otp.ts";
import { demandPhoneNumber } from "./rules/registration.ts";
import { sealedOtp } from "./sealed-otp.ts";

export const smsOtp: CredentialType<"SMS_OTP", SmsOtpCredentialVerifyRequest> = {
  ...shareOtp("SMS_OTP", demandPhoneNumber),
  ...sealedOtp,
};
