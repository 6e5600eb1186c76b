import { createValidation, formatViolation } from "@grid-sdk/contract";
import type { Line } from "../lines/line.ts";
import { nameAccount, type NamedAccount } from "./name-account.ts";
import type { AnyAccountSeed, SeedOf } from "./seed.ts";
import { makeSeedSchemas } from "./seed-schema.ts";

/** Compiled once for each line, not for each emulator. */
const readers = new WeakMap<Line, ReturnType<typeof createSeedReader>>();

/** Reads accounts that a user has written. Throws a `TypeError` with all problems in them. */
export function findSeedReader(line: Line): ReturnType<typeof createSeedReader> {
  const reader = readers.get(line) ?? createSeedReader(line);
  readers.set(line, reader);
  return reader;
}

function createSeedReader(line: Line) {
  const validate = createValidation({ components: { schemas: makeSeedSchemas(line) } });

  const account = `{ ${["email", "id", ...Object.keys(line.accountSeed), "credentials"].join(", ")} }`;

  const refuse = (schema: "Seed" | "Account", value: unknown, where: string, form: string) => {
    // An undefined option counts as left out.
    const given: unknown = value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? "null");
    const violations = validate({ $ref: `#/components/schemas/${schema}` }, given, where);
    if (violations.length === 0) return;
    throw new TypeError(`${violations.map(formatViolation).join("; ")}. ${form}.`);
  };

  return {
    /** The accounts of a seed. Their ids are made here, so they stay the same after a reset. */
    readSeed(seed: unknown): readonly NamedAccount[] {
      refuse("Seed", seed, "seed", `A seed is { accounts: [${account}] }`);
      return ((seed as SeedOf<AnyAccountSeed>).accounts ?? []).map(nameAccount);
    },
    readAccount(given: unknown): NamedAccount {
      refuse("Account", given, "account", `An account is ${account}`);
      return nameAccount(given as AnyAccountSeed);
    },
  };
}
