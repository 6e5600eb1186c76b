/** How a query parameter is written. By default an array has style `form`, exploded, and an object `deepObject`. */
export interface QueryParameterStyle {
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode?: boolean;
  /** Characters that a URL reserves are sent as they are. */
  readonly allowReserved?: true;
}

/** An operation at run time. */
export interface OperationTableRow {
  /** In upper case. */
  readonly method: string;
  /** The template, for example `/auth/credentials/{id}`. */
  readonly path: string;
  /** The documented successes by status, and whether the response has a body. */
  readonly success: Readonly<Record<number, "json" | "empty">>;
  /** The query parameters, by name, that openapi-fetch's default serialiser would write wrongly. */
  readonly query?: Readonly<Record<string, QueryParameterStyle>>;
  /** The names of the parameters that are strings, by where they are. */
  readonly strings?: { readonly path?: readonly string[]; readonly query?: readonly string[] };
}
