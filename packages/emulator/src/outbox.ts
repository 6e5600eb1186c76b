/** A mail that was "sent". */
export interface Mail {
  /** The address. */
  readonly to: string;
  /** The one-time password in it. */
  readonly code: string;
  /** The id of the credential that the code is for. */
  readonly credential: string;
  /** When, by the emulator's clock: ISO 8601. */
  readonly time: string;
}
