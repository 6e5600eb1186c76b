import type { AuthCredentialVerifyRequestOneOf } from "@grid-sdk/core";
import type { CredentialTypes } from "../../credentials/credential-type.ts";
import { emailOtp } from "./email-otp.ts";
import { oauth } from "./oauth.ts";
import { passkey } from "./passkey.ts";

/** The credential types of 2026-04-23. */
export const credentialTypes: CredentialTypes<AuthCredentialVerifyRequestOneOf> = {
  EMAIL_OTP: emailOtp,
  OAUTH: oauth,
  PASSKEY: passkey,
};
