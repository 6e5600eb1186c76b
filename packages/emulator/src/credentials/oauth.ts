import { DEFAULT_AUDIENCE } from "../proofs/issuer.ts";
import { refuseSecondIdentity } from "../rules/registration.ts";
import type { CredentialType } from "./credential-type.ts";

const text = { type: "string", minLength: 1 };

/** OpenID Connect identities, as on all lines. */
export const sharedOauth = {
  seed: { required: ["sub"], properties: { sub: text, aud: text, nickname: text } },
  draftFromSeed({ issuer }, _account, { type, sub, aud = DEFAULT_AUDIENCE, nickname = sub }) {
    return { type, nickname, identity: { iss: issuer.url, sub, aud } };
  },
  refuseSecond: (account, { identity }) => refuseSecondIdentity(account, identity),
  describe: () => ({}),
  register: () => ({}),
} satisfies Partial<CredentialType<"OAUTH">>;
