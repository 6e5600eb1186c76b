/** A part of an operation; `operation` is the operation itself. */
export type Part =
  | { readonly kind: "operation" }
  | { readonly kind: "body" }
  | { readonly kind: "parameter"; readonly in: string; readonly name: string }
  | { readonly kind: "response"; readonly status: string }
  | { readonly kind: "header"; readonly status: string; readonly name: string };

/** A part of an operation that carries what changed. */
export interface Context {
  /** The `operationId`, or method and path of an operation without one. */
  readonly operation: string;
  readonly part: Part;
}

/** For example `response 200`, `request body`, `query limit`; empty for the operation itself. */
export function namePart(part: Part): string {
  switch (part.kind) {
    case "operation":
      return "";
    case "body":
      return "request body";
    case "parameter":
      return `${part.in} ${part.name}`;
    case "response":
      return `response ${part.status}`;
    case "header":
      return `response ${part.status} header ${part.name}`;
  }
}
