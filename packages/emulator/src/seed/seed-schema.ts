import { type IdKind, patternOfId } from "../ids.ts";
import type { Line } from "../lines/line.ts";

const credentialId = idOf("AuthMethod");

/** The schema of an id. */
export function idOf(kind: IdKind): object {
  return { type: "string", pattern: patternOfId(kind) };
}

function describeCredential(type: string, required: readonly string[], properties: object) {
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

/** The JSON Schemas of a line's seed. */
export function makeSeedSchemas({ credentialTypes, accountSeed }: Line) {
  const types = Object.entries(credentialTypes);
  return {
    Account: {
      type: "object",
      required: ["email"],
      additionalProperties: false,
      properties: {
        id: idOf("InternalAccount"),
        email: { type: "string", pattern: "^[^@\\s]+@[^@\\s]+$" },
        ...accountSeed,
        credentials: {
          type: "array",
          items: {
            type: "object",
            required: ["type"],
            properties: { type: { enum: types.map(([type]) => type) } },
            allOf: types.map(([type, { seed }]) => describeCredential(type, seed.required, seed.properties)),
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
}
