import type { Emulation } from "../emulation.ts";
import { refuseInput } from "../refusal.ts";
import type { CredentialType } from "./credential-type.ts";

/** Finds a credential type of the line. A user's own fragment may have types that the emulator does not know. */
export function findCredentialType({ line }: Emulation, type: string): CredentialType {
  const types: Readonly<Record<string, CredentialType>> = line.credentialTypes;
  const found = Object.hasOwn(types, type) ? types[type] : undefined;
  if (found) return found;
  throw refuseInput("The emulator does not know credentials of this type.");
}
