/** What the mock sends back. */
export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or undefined for no body. */
  readonly body: unknown;
}
