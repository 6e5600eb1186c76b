import type { JsonObject } from "@grid-sdk/openapi";
import type { Bump } from "@grid-sdk/spec-diff";
import { buildWholeSpecification } from "../../specification/update/whole-specification.ts";
import type { Draft } from "./draft.ts";
import { addSmsCredentials } from "./sms-credentials.ts";

export interface Revision {
  readonly title: string;
  /** What the API's authors changed in their specification since the revision before. */
  readonly edit: (draft: Draft) => void;
  /** Makes the document that replaces the specification itself. */
  readonly wrap?: (document: JsonObject) => JsonObject;
  /** The release that it needs. `refused`: the revision must change nothing. */
  readonly bump: Bump | "refused";
  /** What the changeset or the error contains. */
  readonly says: readonly string[];
}

const challenge = "/auth/credentials/{id}/challenge";
const verify = "/auth/credentials/{id}/verify";
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const isNoNickname = (name: string) => name !== "nickname";

/** Ten revisions of the API's specification, one after the other. */
export const revisions: readonly Revision[] = [
  {
    title: "a description is clarified",
    edit: ({ components: { schemas } }) => {
      schemas.AuthMethod.properties.nickname.description = "What the user calls the credential.";
    },
    bump: "patch",
    says: ["- `AuthMethod`: `nickname`: The description said"],
  },
  {
    title: "the whole specification comes, in another order",
    edit: () => {},
    wrap: buildWholeSpecification,
    bump: "none",
    says: [],
  },
  {
    title: "a passkey may be registered with a label",
    edit: ({ components: { schemas } }) => {
      schemas.PasskeyCredentialCreateRequestFields.properties.label = { type: "string", maxLength: 64 };
    },
    bump: "minor",
    says: ["`PasskeyCredentialCreateRequestFields/label` (createAuthCredential request body)", "new and optional"],
  },
  {
    title: "one credential can be read",
    edit: ({ paths }) => {
      const { delete: revoke } = paths["/auth/credentials/{id}"];
      const { "200": issued } = paths[challenge].post.responses;
      const { "401": unauthorized, "404": missing } = revoke.responses;
      paths["/auth/credentials/{id}"].get = {
        operationId: "getAuthCredential",
        tags: revoke.tags,
        summary: "Read a credential",
        description: "One credential, without its secret.",
        parameters: [revoke.parameters[0]],
        responses: { "200": { ...issued, description: "The credential." }, "401": unauthorized, "404": missing },
      };
    },
    bump: "minor",
    says: ["`getAuthCredential`", "GET /auth/credentials/{id}) is new"],
  },
  {
    title: "verifying too often gets its own error",
    edit: ({ paths, components: { schemas } }) => {
      schemas.Error429.properties.code.enum.push("TOO_MANY_ATTEMPTS");
      paths[verify].post.responses["429"] = structuredClone(paths[challenge].post.responses["429"]);
    },
    bump: "minor",
    says: ["429 is a new error status", "`TOO_MANY_ATTEMPTS` of `code` is new"],
  },
  {
    title: "a fourth type of credential comes",
    edit: addSmsCredentials,
    bump: "minor",
    says: ["exhaustive switches", "The value `SMS_OTP` of `AuthMethodType` is new: add it to your switches"],
  },
  {
    title: "a reference is written out",
    edit: ({ components: { schemas } }) => {
      schemas.AuthCredentialListResponse.properties.data.items = structuredClone(schemas.AuthMethod);
      schemas.SessionListResponse.properties.data.items = { allOf: [schema("AuthSession")] };
    },
    bump: "none",
    says: [],
  },
  {
    title: "a nickname may be missing",
    edit: ({ components: { schemas } }) => {
      schemas.AuthMethod.required = schemas.AuthMethod.required.filter(isNoNickname);
      const { items } = schemas.AuthCredentialListResponse.properties.data;
      items.required = items.required.filter(isNoNickname);
    },
    bump: "major",
    says: ["`AuthMethod/nickname`", "may be missing: handle undefined"],
  },
  {
    title: "a schema is forgotten",
    edit: ({ components: { schemas } }) => {
      delete schemas.PasskeyAttestation;
    },
    bump: "refused",
    says: [
      "revision.yaml:",
      "/components/schemas/PasskeyCredentialCreateRequestFields/properties/attestation/$ref",
      "does not exist",
    ],
  },
  {
    title: "sessions cannot be revoked, and an operation is renamed",
    edit: ({ paths }) => {
      delete paths["/auth/sessions/{id}"];
      paths[verify].post.operationId = "openAuthSession";
    },
    bump: "major",
    says: [
      "`revokeAuthSession` (DELETE /auth/sessions/{id}) is gone",
      "`verifyAuthCredential` is called `openAuthSession` now",
    ],
  },
];
