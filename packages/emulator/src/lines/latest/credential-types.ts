import type { AuthCredentialVerifyRequestOneOf } from "@grid-sdk/core/latest";
import type { CredentialTypes } from "../../credentials/credential-type.ts";
import { shareOtp } from "../../credentials/otp.ts";
import { oauth } from "./oauth.ts";
import { passkey } from "./passkey.ts";
import { demandPhoneNumber } from "./rules/registration.ts";
import { sealedOtp } from "./sealed-otp.ts";

/** The credential types of the newest revision. */
export const credentialTypes: CredentialTypes<AuthCredentialVerifyRequestOneOf> = {
  EMAIL_OTP: { ...shareOtp("EMAIL_OTP", ({ email }) => email), ...sealedOtp },
  SMS_OTP: { ...shareOtp("SMS_OTP", demandPhoneNumber), ...sealedOtp },
  OAUTH: oauth,
  PASSKEY: passkey,
};
