/** What the body of a failure is asked for; a document may leave out each. */
interface ErrorFields {
  code?: unknown;
  message?: unknown;
  details?: unknown;
}

/** The bodies among the data of failures, each with all the fields to ask for, documented or not. */
export type ErrorBody<Data> = [Extract<Data, object>] extends [never] ? ErrorFields : FillIn<Extract<Data, object>>;

type FillIn<Body> = Body extends { code: unknown; message: unknown; details?: unknown }
  ? "details" extends keyof Body
    ? Body
    : Body & ErrorFields
  : Body & ErrorFields;

/** The codes among the bodies, and any other string. */
export type ErrorCode<Body> = CodeOf<Body> | (string & {});

// For each body by itself: together, one whose code may be anything would leave nothing of the others.
type CodeOf<Body> = Body extends { code?: infer Code } ? Literal<Code> : never;

// `string` itself would swallow the literals that it stands in a union with.
type Literal<Code> = Code extends string ? (string extends Code ? never : Code) : never;
