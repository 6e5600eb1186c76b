/** A line of the SDK, of which a reference can be. */
export interface ReferenceLine {
  /** For example `latest`. */
  readonly name: string;
  /** What the samples import the client from, for example `@grid-sdk/client/latest`. */
  readonly client: string;
}

/** Of a document of which no line is known. */
export const DEFAULT_CLIENT = "@grid-sdk/client";
