import { randomUUID } from "node:crypto";
import { createValidation, formatViolation } from "@grid-sdk/contract";
import type { Line } from "../lines/line.ts";
import type { AnyAccountSeed } from "./seed.ts";
import { nameCard } from "./name-card.ts";
import { makeSeedSchemas } from "./seed-schema.ts";

/** Reads what a user writes of accounts. Each throws a `TypeError` with all that is wrong with it. */
export interface SeedReader {
  /** The accounts of a seed, each with ids: the same ones whenever it is sown. */
  readSeed(seed: unknown): readonly AnyAccountSeed[];
  readAccount(account: unknown): AnyAccountSeed;
}

/** Compiled once for each line, not for each emulator. */
const readers = new WeakMap<Line, SeedReader>();

export function findSeedReader(line: Line): SeedReader {
  const reader = readers.get(line) ?? createSeedReader(line);
  readers.set(line, reader);
  return reader;
}

function createSeedReader(line: Line): SeedReader {
  const validate = createValidation({ components: { schemas: makeSeedSchemas(line) } });

  const account = `{ ${["email", "id", ...Object.keys(line.accountSeed), "credentials"].join(", ")} }`;

  const refuse = (schema: "Seed" | "Account", value: unknown, where: string, form: string) => {
    // Options that are undefined are options that are not given.
    const given: unknown = value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? "null");
    const violations = validate({ $ref: `#/components/schemas/${schema}` }, given, where);
    if (violations.length === 0) return;
    throw new TypeError(`${violations.map(formatViolation).join("; ")}. ${form}.`);
  };

  return {
    readSeed(seed) {
      refuse("Seed", seed, "seed", `A seed is { accounts: [${account}] }`);
      return ((seed as { readonly accounts?: readonly AnyAccountSeed[] }).accounts ?? []).map(nameAccount);
    },
    readAccount(given) {
      refuse("Account", given, "account", `An account is ${account}`);
      return given as AnyAccountSeed;
    },
  };
}

function nameAccount({ id, cards, credentials = [{ type: "EMAIL_OTP" }], ...account }: AnyAccountSeed): AnyAccountSeed {
  return {
    ...account,
    id: id ?? `InternalAccount:${randomUUID()}`,
    ...(cards && { cards: cards.map((card) => nameCard(card)) }),
    credentials: credentials.map((credential) => ({
      ...credential,
      id: credential.id ?? `AuthMethod:${randomUUID()}`,
    })),
  };
}
