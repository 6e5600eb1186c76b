import type { ReferenceLine } from "@grid-sdk/server-kit";
import type { CredentialType } from "../credentials/credential-type.ts";
import type { Handle } from "../emulation.ts";
import type { AnyAccountSeed } from "../seed/seed.ts";

/** All that differs between the lines of the API. */
export interface Line extends ReferenceLine {
  /** The path of its fragment. */
  readonly fragment: string;
  /** By `type`. */
  readonly credentialTypes: { readonly [type: string]: CredentialType };
  /** By `operationId`. */
  readonly handlers: { readonly [operationId: string]: Handle<never> | undefined };
  /** Further fields of an account in a seed, in JSON Schema. */
  readonly accountSeed: object;
  /**
   * The account that the command starts with, because no operation creates one. It has the ids of the specification's
   * examples, so that the requests of the reference page find it.
   */
  readonly defaultAccount: AnyAccountSeed;
  /** Whether devices seal one-time passwords. */
  readonly sealsCodes: boolean;
  /** The id of a request, from a UUID. */
  readonly formatRequestId: (uuid: string) => string;
  /** Error codes with another name on this line. */
  readonly codes: Readonly<Record<string, string>>;
  /** Called first, for a request with one or both headers of a signature. Throws a `Refusal`. */
  readonly checkHeaders: (signature: string | undefined, requestId: string | undefined) => void;
}
