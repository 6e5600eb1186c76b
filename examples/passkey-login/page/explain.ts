import { type GridDeviceErrorCode, isGridDeviceError } from "@grid-sdk/device";

/** The errors of this device, in words for the user. */
const WORDS: Readonly<Record<GridDeviceErrorCode, string>> = {
  NOT_COMPLETED: "That was not completed. Try again when you are ready.",
  ALREADY_REGISTERED: "This device has a passkey here already.",
  WRONG_RP: "Passkeys work on localhost, not on an IP address. Open this page on localhost.",
  UNSUPPORTED: "This browser does not support passkeys.",
  INVALID_CREDENTIAL: "This passkey cannot be used here. Try another one.",
  UNOPENABLE_KEY: "The key of your session could not be opened. Sign in again.",
  UNTRUSTED_BUNDLE: "This page could not check who would read your code. Ask for a new code.",
  INVALID_CODE: "Enter the code that you received.",
  INVALID_KEY: "The key of your session is not valid. Sign in again.",
  NOT_A_SESSION: "You are not signed in yet. Try again.",
};

export function explain(error: unknown): string {
  return isGridDeviceError(error) ? WORDS[error.code] : (error as Error).message;
}
