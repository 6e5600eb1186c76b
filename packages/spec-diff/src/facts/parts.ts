/** In which direction data travels: in a request, code sends it; in a response, code reads it. */
export type Direction = "request" | "response";

/** The values of a property that a union's cases have; without the property, the names of its branches. */
export interface When {
  readonly property?: string;
  readonly values: readonly string[];
}

/** What happened to the set of values that a constraint allows. */
export type Shift = "same" | "tightened" | "loosened" | "unproven";

/** What an object does with properties that it does not name. */
export type Openness = "silent" | "open" | "closed" | "typed";

/** A parameter is required with a body whose property has the value. */
export interface Condition {
  readonly property: string;
  readonly value: string;
}

/** `asks`: the direction in which code has to change; undefined if it can stay as it is. */
export interface Asking {
  readonly asks: Direction | undefined;
}

export interface Directed {
  readonly direction: Direction;
}

export interface Changed<T = unknown> {
  readonly was: T;
  readonly is: T;
}

/** `heir`: the name of what may continue it; undefined for none, and for a schema without a name. */
export interface Inherited {
  readonly heir: string | undefined;
}
