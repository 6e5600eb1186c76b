/** Where a request breaks the contract, and how. Never holds a value of the request. */
export interface Violation {
  /** For example `body/assertion/signature`, `query/accountId`, `header/authorization`. */
  readonly where: string;
  /** For example `is required`, `is not declared`. */
  readonly message: string;
}

export function formatViolation({ where, message }: Violation): string {
  return `${where} ${message}`;
}
