import type { Draft } from "./draft.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What an API's authors write for one more type of credential: requests, responses and their discriminators. */
export function addSmsCredentials({ components: { schemas } }: Draft): void {
  schemas.AuthMethodType.enum.push("SMS_OTP");
  schemas.AuthCredentialResponseOneOf.discriminator.mapping.SMS_OTP = ref("AuthMethodResponse").$ref;
  const fields = {
    Create: { phoneNumber: { type: "string", description: "Where codes are sent." } },
    Verify: {
      otp: { type: "string", description: "The code from the message." },
      clientPublicKey: { type: "string", description: "What the session's signing key is encrypted to." },
    },
  };
  for (const [verb, properties] of Object.entries(fields)) {
    schemas[`SmsOtpCredential${verb}RequestFields`] = {
      title: `Fields of a phone credential (${verb})`,
      type: "object",
      description: "The fields of a phone credential.",
      required: ["type", ...Object.keys(properties)],
      properties: { type: { type: "string", enum: ["SMS_OTP"], description: "Always `SMS_OTP`." }, ...properties },
    };
    schemas[`SmsOtpCredential${verb}Request`] = {
      title: `Phone credential (${verb})`,
      description: "A credential that is verified by a one-time password sent to a phone.",
      allOf: [ref(`AuthCredential${verb}Request`), ref(`SmsOtpCredential${verb}RequestFields`)],
    };
    const union = schemas[`AuthCredential${verb}RequestOneOf`];
    union.oneOf.push(ref(`SmsOtpCredential${verb}Request`));
    union.discriminator.mapping.SMS_OTP = ref(`SmsOtpCredential${verb}Request`).$ref;
  }
}
