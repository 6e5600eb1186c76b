/** A line of the SDK. */
export interface ReferenceLine {
  /** For example `latest`. */
  readonly name: string;
  /** The module that the samples import the client from, for example `@grid-sdk/client/latest`. */
  readonly client: string;
}

/** For a document without a known line. */
export const DEFAULT_CLIENT = "@grid-sdk/client";
