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
  /** What a seed says of an account, besides its id, address and credentials: in JSON Schema. */
  readonly accountSeed: object;
  /**
   * What the command begins with: no operation makes an account. Its ids are those of the specification's examples, so
   * that the calls that the reference page offers find it.
   */
  readonly defaultAccount: AnyAccountSeed;
  /** Whether one-time passwords travel sealed. */
  readonly sealsCodes: boolean;
  /** The id of a request, from a UUID. */
  readonly formatRequestId: (uuid: string) => string;
  /** The codes of errors that the line has other names for. */
  readonly codes: Readonly<Record<string, string>>;
  /** Called for a request with one header of a signature or both, before anything else is looked at. Throws a `Refusal`. */
  readonly checkHeaders: (signature: string | undefined, requestId: string | undefined) => void;
}
