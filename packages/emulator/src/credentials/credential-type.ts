import type { ApiRequest } from "@grid-sdk/server-kit";
import type { AuthCredentialCreateRequestOneOf, AuthMethodType } from "@grid-sdk/core/latest";
import type { Emulation, Result } from "../emulation.ts";
import type { CredentialSeedOf } from "../seed/seed.ts";
import type { Account, CredentialOf, DraftOf } from "../state/model.ts";

export type CreateBody<Type extends AuthMethodType> = Extract<
  AuthCredentialCreateRequestOneOf,
  { readonly type: Type }
>;

/** The body of a challenge, on lines where it has one. */
export interface ChallengeBody {
  readonly clientPublicKey?: string | undefined;
}

/** All that the emulator does with credentials of one type on one line. */
export interface CredentialType<Type extends AuthMethodType = AuthMethodType, Proof = unknown> {
  /** The fields of a seed besides `type` and `id`, in JSON Schema. */
  readonly seed: { readonly required: readonly string[]; readonly properties: object };
  /** The credential of a seed. Throws a `TypeError` if the account cannot have it. */
  draftFromSeed(emulation: Emulation, account: Account, seed: CredentialSeedOf<Type>): DraftOf<Type>;
  /** The credential that a request registers. Throws a `Refusal` if its proof is not valid. */
  draftFromRequest(
    emulation: Emulation,
    account: Account,
    body: CreateBody<Type>,
    now: number,
  ): DraftOf<Type> | Promise<DraftOf<Type>>;
  /** Throws a `Refusal` if the wallet cannot have this credential beside the others. */
  refuseSecond(account: Account, draft: DraftOf<Type>): void;
  /** The fields that the API shows only for this type. */
  describe(credential: CredentialOf<Type>): object;
  /** Called after a request has registered a credential. Returns further fields of the 201. */
  register(emulation: Emulation, account: Account, credential: CredentialOf<Type>): object;
  /** Issues a challenge. Returns further fields of the 200. Throws a `Refusal`. */
  challenge(emulation: Emulation, credential: CredentialOf<Type>, body: ChallengeBody | undefined): object;
  /** Verifies a proof, and opens a session or asks for a signature. Throws a `Refusal`. */
  verify(emulation: Emulation, credential: CredentialOf<Type>, request: ApiRequest<Proof>): Promise<Result>;
}

/** The credential types of a line. A type that is missing or incomplete does not compile. */
export type CredentialTypes<Proofs extends { readonly type: AuthMethodType }> = {
  readonly [Type in Proofs["type"]]: CredentialType<Type, Extract<Proofs, { readonly type: Type }>>;
};
