/** The fields of an error body. A document may leave out each of them. */
interface ErrorFields {
  code?: unknown;
  message?: unknown;
  details?: unknown;
}

/** The bodies of failures, each with all the fields, documented or not. */
export type ErrorBody<Data> = [Extract<Data, object>] extends [never] ? ErrorFields : FillIn<Extract<Data, object>>;

type FillIn<Body> = Body extends { code: unknown; message: unknown; details?: unknown }
  ? "details" extends keyof Body
    ? Body
    : Body & ErrorFields
  : Body & ErrorFields;

/** The codes among the bodies, and any other string. */
export type ErrorCode<Body> = CodeOf<Body> | (string & {});

// For each body by itself: one whose code may be anything would widen the others.
type CodeOf<Body> = Body extends { code?: infer Code } ? Literal<Code> : never;

// `string` would absorb the literals of a union.
type Literal<Code> = Code extends string ? (string extends Code ? never : Code) : never;
