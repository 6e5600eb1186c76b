import type { PasskeyDescriptor, SessionKey } from "@grid-sdk/device";

export type CodeType = "EMAIL_OTP" | "SMS_OTP";

/** A session that was opened: its id, and the key that signs for it. */
export interface Opened {
  readonly id: string;
  readonly key: SessionKey;
}

/** What a passkey has to sign, and until when. */
export interface Challenge {
  readonly challenge: string;
  readonly requestId: string;
  readonly expiresAt: string;
  readonly passkey?: PasskeyDescriptor;
}

/** A challenge, and what opens a session with the signature. */
export interface PasskeySignIn {
  readonly challenge: Challenge;
  complete(assertion: object): Promise<Opened>;
}

/** A line of the API: all that differs from the others on this page. `Kept` is what the page keeps of a code that was sent. */
export interface Line<Kept extends object = object> {
  /** As `openapi/lines.json` names it. */
  readonly name: string;
  /** The ways in which codes are sent. */
  readonly codeTypes: readonly CodeType[];
  askForCode(type: CodeType): Promise<Kept>;
  signInWithCode(type: CodeType, code: string, kept: Kept): Promise<Opened>;
  startPasskeySignIn(id: string): Promise<PasskeySignIn>;
  /** Goes on with a new session before the open one ends. Left out where the API cannot. */
  refresh?(): Promise<Opened>;
}
