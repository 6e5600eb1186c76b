import type { OperationExamples, operations } from "@grid-sdk/core";
import type { QueryValues } from "@grid-sdk/contract";
import type { NetworkError } from "../http/delivery.ts";

/** The `operationId`s of the fragment. */
export type OperationId = keyof OperationExamples;

/** A request that an operation takes, as a condition or a function of the request sees it. */
export interface OperationRequest<Id extends OperationId = OperationId> {
  readonly operationId: Id;
  /** In upper case. */
  readonly method: string;
  /** As it was sent: percent-encoded, with the base path, without the query. */
  readonly path: string;
  /** By name, decoded: `pathParameters.id`. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: QueryValues;
  /** By lower-case name; the secret in `authorization` is masked. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; undefined if the operation takes none. */
  readonly body: RequestBodyOf<Id>;
}

type RequestBodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody?: infer Content;
}
  ? Json<NonNullable<Content>>
  : undefined;
type Json<Content> = Content extends { content: { "application/json": infer Body } } ? Body : undefined;
type ResponseBodyOf<Id extends OperationId, Status> = Status extends keyof operations[Id]["responses"]
  ? Json<operations[Id]["responses"][Status]>
  : undefined;
type StatusOf<Id extends OperationId> = keyof OperationExamples[Id];
type FailureOf<Id extends OperationId> = {
  [Status in StatusOf<Id>]: `${Status & number}` extends `2${string}` ? never : Status;
}[StatusOf<Id>];

/** Headers to add to the response, or to replace those of it. */
type ReplyHeaders = Readonly<Record<string, string | number>>;

/** A documented response: a status, an example by its name, or both. Without an example, the one that fits the request. */
type DocumentedReply<Id extends OperationId, Statuses extends StatusOf<Id> = StatusOf<Id>> =
  | {
      [Status in Statuses]: {
        readonly status: Status;
        readonly example?: OperationExamples[Id][Status] | undefined;
        readonly headers?: ReplyHeaders | undefined;
      };
    }[Statuses]
  // Whichever of several statuses a function decides for.
  | {
      readonly status: Statuses;
      readonly example?: never;
      readonly body?: never;
      readonly headers?: ReplyHeaders | undefined;
    }
  | {
      readonly status?: never;
      readonly example: OperationExamples[Id][Statuses];
      readonly headers?: ReplyHeaders | undefined;
    };

/** A body of your own: any that the schema of the status allows. */
type BodyReply<Id extends OperationId, Statuses extends StatusOf<Id> = StatusOf<Id>> = {
  [Status in Statuses]: {
    readonly status: Status;
    readonly body: ResponseBodyOf<Id, Status>;
    readonly headers?: ReplyHeaders | undefined;
  };
}[Statuses];

/** What the API does not document, and a proxy or a broken server sends all the same. Sent as it is, not checked. */
interface RawReply {
  readonly raw: {
    readonly status: number;
    /** Default: none. A false `content-length` is sent as well. */
    readonly headers?: ReplyHeaders | undefined;
    /** Default: none. */
    readonly body?: string | Uint8Array | undefined;
  };
}

/**
 * No response, or only the beginning of one. `true` is `"reset"`. `"refused"` befalls the calls of every operation, from
 * the moment that it is this reply's turn until `reset()`: nobody listens any more.
 */
interface NetworkErrorReply {
  readonly networkError: true | NetworkError;
}

/** How late the response is, in milliseconds; alone: the response that would have come. */
interface Delay {
  readonly delayMs?: number | undefined;
}

/** What a reply function returns; undefined: the response that would have come without it. */
export type ReplyResult<Id extends OperationId> =
  | ((DocumentedReply<Id> | BodyReply<Id> | RawReply) & Delay)
  | ({ readonly networkError: true | Exclude<NetworkError, "refused"> } & Delay)
  | { readonly delayMs: number }
  | undefined;

/** A response as a function of the request. What it returns is checked as a reply is; if that is refused, it is a 500. */
export type ReplyFunction<Id extends OperationId> = (
  request: OperationRequest<Id>,
) => ReplyResult<Id> | Promise<ReplyResult<Id>>;

/** For which calls a reply is. */
interface Terms<Id extends OperationId> {
  /** For how many calls; `"always"`, or `Infinity`: for all that no counted reply is for. Default: 1. */
  readonly times?: number | "always" | undefined;
  /** For those calls only. */
  readonly when?: ((request: OperationRequest<Id>) => boolean) | undefined;
}

/** What a call of an operation gets: a documented response, a body of your own, an error of the network, or what a function says. */
export type Reply<Id extends OperationId = OperationId> =
  | ((DocumentedReply<Id> | BodyReply<Id> | RawReply | NetworkErrorReply) & Delay & Terms<Id>)
  | ({ readonly delayMs: number } & Terms<Id>)
  | ({ readonly respond: ReplyFunction<Id> } & Delay & Terms<Id>)
  | ReplyFunction<Id>;

/** An error by its code: of the documented ones, or another that the schema allows. */
interface CodeReply<Status, Code> {
  readonly status: Status;
  readonly code: Code;
}
type CodeOf<Body> = Body extends { code: infer Code } ? Code : never;

/** Of what a call may get, all but the successes. */
export type Failure<Id extends OperationId = OperationId> =
  | ((DocumentedReply<Id, FailureOf<Id>> | BodyReply<Id, FailureOf<Id>> | RawReply | NetworkErrorReply) &
      Delay &
      Terms<Id>)
  | ({
      [Status in FailureOf<Id>]: CodeReply<Status, CodeOf<ResponseBodyOf<Id, Status>>>;
    }[FailureOf<Id>] &
      Delay &
      Terms<Id>)
  | ({ readonly delayMs: number } & Terms<Id>)
  | ({ readonly respond: ReplyFunction<Id> } & Delay & Terms<Id>)
  | ReplyFunction<Id>;
