/** A message that was "sent": a mail or an SMS. */
export interface Message {
  /** The address or the phone number. */
  readonly to: string;
  /** The one-time password in it. */
  readonly code: string;
  /** The id of the credential that the code is for. */
  readonly credential: string;
  /** When, by the emulator's clock: ISO 8601. */
  readonly time: string;
}

/** A mail that was "sent". */
export interface Mail extends Message {}

/** An SMS that was "sent". */
export interface Text extends Message {}
