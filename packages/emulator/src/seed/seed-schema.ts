const UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const text = { type: "string", minLength: 1 };
const base64url = { type: "string", pattern: "^[A-Za-z0-9_-]+$" };
const credentialId = { type: "string", pattern: `^AuthMethod:${UUID}$` };

function credential(type: string, required: readonly string[], properties: object) {
  return {
    if: { properties: { type: { const: type } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: {
      required: ["type", ...required],
      properties: { type: true, id: credentialId, ...properties },
      additionalProperties: false,
    },
  };
}

/** What a seed looks like, in JSON Schema. */
export const SEED_SCHEMAS = {
  Account: {
    type: "object",
    required: ["email"],
    additionalProperties: false,
    properties: {
      id: { type: "string", pattern: `^InternalAccount:${UUID}$` },
      email: { type: "string", pattern: "^[^@\\s]+@[^@\\s]+$" },
      credentials: {
        type: "array",
        items: {
          type: "object",
          required: ["type"],
          properties: { type: { enum: ["EMAIL_OTP", "OAUTH", "PASSKEY"] } },
          allOf: [
            credential("EMAIL_OTP", [], {}),
            credential("OAUTH", ["sub"], { sub: text, aud: text, nickname: text }),
            credential("PASSKEY", ["nickname", "credentialId", "publicKey", "rpId"], {
              nickname: text,
              credentialId: base64url,
              publicKey: base64url,
              rpId: text,
            }),
          ],
        },
      },
    },
  },
  Seed: {
    type: "object",
    additionalProperties: false,
    properties: { accounts: { type: "array", items: { $ref: "#/components/schemas/Account" } } },
  },
};
