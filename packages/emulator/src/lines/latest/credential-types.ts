import type { AuthCredentialVerifyRequestOneOf } from "@grid-sdk/core/latest";
import type { CredentialTypes } from "../../credentials/credential-type.ts";
import { emailOtp } from "./email-otp.ts";
import { oauth } from "./oauth.ts";
import { passkey } from "./passkey.ts";
import { smsOtp } from "./sms-otp.ts";

/** The credential types of the newest revision. */
export const credentialTypes: CredentialTypes<AuthCredentialVerifyRequestOneOf> = {
  EMAIL_OTP: emailOtp,
  SMS_OTP: smsOtp,
  OAUTH: oauth,
  PASSKEY: passkey,
};
