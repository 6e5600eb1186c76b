import type { Operations } from "@grid-sdk/core";
import type { GridCallOptions } from "./options.ts";

type Operation = Operations[keyof Operations];

/** What a call resolves to: the operation's documented successes; `status` narrows `data`. */
export type GridResult<O extends Operation> = O["success"] & { readonly headers: Headers };

type OperationMethod<O extends Operation> = {} extends O["input"]
  ? (input?: O["input"] & GridCallOptions) => Promise<GridResult<O>>
  : (input: O["input"] & GridCallOptions) => Promise<GridResult<O>>;

/** One method per operation of the specification, named by its `operationId`. */
export type GridOperationMethods = {
  readonly [Id in keyof Operations]: OperationMethod<Operations[Id]>;
};
