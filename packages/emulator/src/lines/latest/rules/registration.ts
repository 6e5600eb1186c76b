import { refuseInput } from "../../../refusal.ts";
import type { Account } from "../../../state/model.ts";

const MAX_LENGTH = 100;

/** A code by SMS needs a phone number. */
export function demandPhoneNumber({ id, phoneNumber }: Account): string {
  if (phoneNumber !== undefined) return phoneNumber;
  throw refuseInput("The customer has no phone number.", { accountId: id });
}

/** The name of a passkey, trimmed: 1 to 100 letters with their marks, digits, spaces and . _ - ' ( ). */
export function demandNickname(nickname: string): string {
  const trimmed = nickname.trim();
  if (/^[\p{L}\p{M}\p{N} ._\-'()]+$/u.test(trimmed) && [...trimmed].length <= MAX_LENGTH) return trimmed;
  const message = `nickname must have 1 to ${MAX_LENGTH} characters: letters, digits, spaces and . _ - ' ( ).`;
  throw refuseInput(message, {
    errors: [{ field: "nickname", constraint: { minLength: 1, maxLength: MAX_LENGTH }, message }],
  });
}
