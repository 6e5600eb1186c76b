import type { Emulation } from "../emulation.ts";
import { refuseSecondOtp } from "../rules/registration.ts";
import type { Account, IssuedCode, OtpType } from "../state/model.ts";

/** One-time passwords of a type, as on all lines. `findAddress` returns where they are sent, or throws a `Refusal`. */
export function shareOtp<Type extends OtpType>(type: Type, findAddress: (account: Account) => string) {
  const draft = (_emulation: Emulation, account: Account) => {
    const to = findAddress(account);
    const codes: readonly IssuedCode[] = [];
    return { type, nickname: to, to, codes };
  };
  return {
    seed: { required: [], properties: {} },
    draftFromSeed: draft,
    draftFromRequest: draft,
    refuseSecond: (account: Account) => refuseSecondOtp(account, type),
    describe: () => ({}),
  };
}
