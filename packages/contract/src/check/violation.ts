/** Where a request or a response breaks the contract, and how. Never contains a value of it. */
export interface Violation {
  /** For example `body/assertion/signature`, `query/accountId`, `header/authorization`, `status`. */
  readonly where: string;
  /** For example `is required`, `is not declared`. */
  readonly message: string;
  /** For programs: whether something is missing, or was not declared. */
  readonly code?: "required" | "undeclared";
}

export function formatViolation({ where, message }: Violation): string {
  return `${where} ${message}`;
}

/** The violations, and those of `others` about other places. */
export function mergeViolations(violations: readonly Violation[], others: readonly Violation[]): Violation[] {
  const places = new Set(violations.map(placeOf));
  return [...violations, ...others.filter((violation) => !places.has(placeOf(violation)))];
}

/** A body and its type are one place: what is not JSON breaks every rule of the body. */
function placeOf({ where }: Violation): string {
  // The names of headers are case-insensitive: RFC 9110, section 5.1.
  const place = where.startsWith("header/") ? where.toLowerCase() : where;
  return /^(body|header\/content-type)/.test(place) ? "content" : place;
}
