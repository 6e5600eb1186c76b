import type { ApiRequest } from "@grid-sdk/server-kit";
import type { AuthCredentialCreateRequestOneOf, AuthMethodType } from "@grid-sdk/core/latest";
import type { Emulation, Result } from "../emulation.ts";
import type { CredentialSeedOf } from "../seed/seed.ts";
import type { Account, CredentialOf, DraftOf } from "../state/model.ts";

export type CreateBody<Type extends AuthMethodType> = Extract<
  AuthCredentialCreateRequestOneOf,
  { readonly type: Type }
>;

/** The body of a challenge, on lines on which it has one. */
export interface ChallengeBody {
  readonly clientPublicKey?: string | undefined;
}

/** All that the emulator does with credentials of one type on one line. */
export interface CredentialType<Type extends AuthMethodType = AuthMethodType, Proof = unknown> {
  /** What a seed says of one, besides `type` and `id`: in JSON Schema. */
  readonly seed: { readonly required: readonly string[]; readonly properties: object };
  /** A credential as a seed has it. Throws a `TypeError` for what the account cannot have. */
  draftFromSeed(emulation: Emulation, account: Account, seed: CredentialSeedOf<Type>): DraftOf<Type>;
  /** The credential that a request registers at a time. Throws a `Refusal` if the proof in it does not verify. */
  draftFromRequest(
    emulation: Emulation,
    account: Account,
    body: CreateBody<Type>,
    now: number,
  ): DraftOf<Type> | Promise<DraftOf<Type>>;
  /** Throws a `Refusal` for a credential that the wallet cannot have besides those that it has. */
  refuseSecond(account: Account, draft: DraftOf<Type>): void;
  /** What the API shows of one, besides what it shows of every credential. */
  describe(credential: CredentialOf<Type>): object;
  /** Called for one that a request has registered: what the 201 has besides the credential. */
  register(emulation: Emulation, account: Account, credential: CredentialOf<Type>): object;
  /** Issues a challenge: what the 200 has besides the credential. Throws a `Refusal`. */
  challenge(emulation: Emulation, credential: CredentialOf<Type>, body: ChallengeBody | undefined): object;
  /** Verifies a proof and opens a session, or asks for a signature first. Throws a `Refusal`. */
  verify(emulation: Emulation, credential: CredentialOf<Type>, request: ApiRequest<Proof>): Promise<Result>;
}

/** A line's credential types. One that the line has and the record lacks does not compile, nor does one without a part. */
export type CredentialTypes<Proofs extends { readonly type: AuthMethodType }> = {
  readonly [Type in Proofs["type"]]: CredentialType<Type, Extract<Proofs, { readonly type: Type }>>;
};
