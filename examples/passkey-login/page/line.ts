import type { PasskeyDescriptor, SessionKey } from "@grid-sdk/device";

export type CodeType = "EMAIL_OTP" | "SMS_OTP";

/** An open session: its id, and the key that signs for it. */
export interface Opened {
  readonly id: string;
  readonly key: SessionKey;
}

/** The challenge that a passkey has to sign, and when it expires. */
export interface Challenge {
  readonly challenge: string;
  readonly requestId: string;
  readonly expiresAt: string;
  readonly passkey?: PasskeyDescriptor;
}

/** A challenge, and the function that opens a session with its signature. */
export interface PasskeySignIn {
  readonly challenge: Challenge;
  complete(assertion: object): Promise<Opened>;
}

/** A line of the API: all that differs between lines on this page. `Kept` is what the page keeps after a code was sent. */
export interface Line<Kept extends object = object> {
  /** The line's name in `openapi/lines.json`. */
  readonly name: string;
  /** The ways in which codes are sent. */
  readonly codeTypes: readonly CodeType[];
  askForCode(type: CodeType): Promise<Kept>;
  signInWithCode(type: CodeType, code: string, kept: Kept): Promise<Opened>;
  startPasskeySignIn(id: string): Promise<PasskeySignIn>;
  /** Replaces the open session with a new one before it ends. Left out if the line has no refresh. */
  refresh?(): Promise<Opened>;
}
