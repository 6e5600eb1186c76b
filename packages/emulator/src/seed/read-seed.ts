import { randomUUID } from "node:crypto";
import { createValidation, formatViolation } from "@grid-sdk/contract";
import type { AccountSeed, CredentialSeed, Seed } from "./seed.ts";
import { SEED_SCHEMAS } from "./seed-schema.ts";

const validate = createValidation({ components: { schemas: SEED_SCHEMAS } });

/** Its accounts, each with ids: the same ones whenever it is sown. Throws a `TypeError` with all that is wrong with it. */
export function readSeed(seed: unknown): readonly AccountSeed[] {
  refuse("Seed", seed, "seed", "{ accounts: [{ email, credentials }] }");
  return ((seed as Seed).accounts ?? []).map(({ id, email, credentials = [{ type: "EMAIL_OTP" }] }) => ({
    id: id ?? `InternalAccount:${randomUUID()}`,
    email,
    credentials: credentials.map((credential) => nameCredential(credential)),
  }));
}

/** Throws a `TypeError` with all that is wrong with it. */
export function readAccountSeed(account: unknown): AccountSeed {
  refuse("Account", account, "account", "{ email, id, credentials }");
  return account as AccountSeed;
}

function refuse(schema: "Seed" | "Account", value: unknown, where: string, form: string): void {
  // Options that are undefined are options that are not given.
  const given: unknown = value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? "null");
  const violations = validate({ $ref: `#/components/schemas/${schema}` }, given, where);
  if (violations.length === 0) return;
  throw new TypeError(`${violations.map(formatViolation).join("; ")}. A ${where} is ${form}.`);
}

function nameCredential(credential: CredentialSeed): CredentialSeed {
  return { ...credential, id: credential.id ?? `AuthMethod:${randomUUID()}` };
}
