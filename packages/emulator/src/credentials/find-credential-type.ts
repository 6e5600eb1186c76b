import type { Emulation } from "../emulation.ts";
import { Refusal } from "../refusal.ts";
import type { CredentialType } from "./credential-type.ts";

/** What the line does with credentials of a type. A fragment of the user's own may have others. */
export function findCredentialType({ line }: Emulation, type: string): CredentialType {
  const types: Readonly<Record<string, CredentialType>> = line.credentialTypes;
  const found = Object.hasOwn(types, type) ? types[type] : undefined;
  if (found) return found;
  throw new Refusal(400, "INVALID_INPUT", "The emulator does not know credentials of this type.");
}
