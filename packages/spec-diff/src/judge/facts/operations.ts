import type { Asking, Condition, Directed } from "./parts.ts";

/** Facts without data besides the place and the subject of a change. */
type BareFact =
  | "dialect-changed"
  | "server-removed"
  | "server-added"
  | "body-removed"
  | "body-became-required"
  | "body-became-optional"
  | "status-removed"
  | "header-removed"
  | "header-added"
  | "header-became-required"
  | "header-became-optional"
  | "webhook-removed"
  | "webhook-added";

/** Of the document, its operations, and what they carry. */
export interface OperationFacts extends Record<BareFact, object> {
  "server-changed": { was: string };
  "version-changed": { was: unknown; is: unknown; isServedElsewhere: boolean };
  /** Texts and examples that differ only in our words. */
  reworded: { count: number };
  "text-changed": {
    /** For example `description`. */
    field: string;
    before: unknown;
    after: unknown;
    /** The operation, the schema or the part of the document that it documents. */
    owner: string;
    /** Whether it is about a value that requests or responses carry. */
    isContract: boolean;
    /** Whether `before` is the API owners' text: otherwise it is not known. */
    isKnown: boolean;
  };
  "unknown-field": { was: unknown; is: unknown };
  /** An operation, a parameter or a header that the subject names. */
  deprecated: { isSet: boolean };
  "operation-added": { endpoint: string };
  "operation-removed": { endpoint: string };
  "operation-id-changed": { is: string };
  "operation-moved": { was: string; is: string };
  "parameter-removed": { in: string };
  "parameter-added": { in: string };
  "required-parameter-added": { in: string; conditions: readonly Condition[] };
  "parameter-became-required": { in: string };
  "parameter-became-optional": { in: string; conditions: readonly Condition[] };
  "parameter-became-required-with": { in: string; conditions: readonly Condition[] };
  "parameter-required-with-new": { in: string; conditions: readonly Condition[] };
  "parameter-became-optional-with": { in: string; conditions: readonly Condition[] };
  "parameter-form-changed": { in: string; was: Form; is: Form };
  "body-added": { isRequired: boolean };
  "media-type-removed": Directed & { others: readonly string[] };
  "media-type-added": Asking;
  "example-removed": { others: readonly string[] };
  "status-added": { outcome: "failure" | "success" | "success-with-other-body" };
  /** Each alternative is the names of its schemes; empty if it needs no authentication. */
  "security-removed": { schemes: readonly string[]; others: readonly (readonly string[])[] };
  "security-added": { schemes: readonly string[] };
}

/** How a parameter is written. */
export interface Form {
  readonly style: string;
  readonly explode: boolean;
}
