import type { QueryValues } from "@grid-sdk/contract";
import type { NetworkError } from "../http/delivery.ts";

/** What the types of core say of a line's operations. */
export interface ReplyApi {
  readonly examples: object;
  readonly operations: object;
}

/** The `operationId`s of a line. */
export type OperationIdOf<Api extends ReplyApi> = keyof Api["examples"] & keyof Api["operations"] & string;

/** A request of any operation. */
export interface ApiRequest<Body = unknown> {
  readonly operationId: string;
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
  readonly body: Body;
}

/** A request that an operation takes, as a condition or a function of the request sees it. */
export interface OperationRequestOf<
  Api extends ReplyApi,
  Id extends OperationIdOf<Api> = OperationIdOf<Api>,
> extends ApiRequest<RequestBodyOf<Api, Id>> {
  readonly operationId: Id;
}

type RequestBodyOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> = Api["operations"][Id] extends {
  requestBody?: infer Content;
}
  ? Json<NonNullable<Content>>
  : undefined;
type Json<Content> = Content extends { content: { "application/json": infer Body } } ? Body : undefined;
type ResponsesOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> = Api["operations"][Id] extends {
  responses: infer Responses;
}
  ? Responses
  : never;
type ResponseBodyOf<Api extends ReplyApi, Id extends OperationIdOf<Api>, Status> = Status extends keyof ResponsesOf<
  Api,
  Id
>
  ? Json<ResponsesOf<Api, Id>[Status]>
  : undefined;
type StatusOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> = keyof Api["examples"][Id];
type FailureStatusOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> = {
  [Status in StatusOf<Api, Id>]: `${Status & number}` extends `2${string}` ? never : Status;
}[StatusOf<Api, Id>];

/** Headers to add to the response, or to replace those of it. */
type ReplyHeaders = Readonly<Record<string, string | number>>;

/** A documented response: a status, an example by its name, or both. Without an example, the one that fits the request. */
type DocumentedReply<
  Api extends ReplyApi,
  Id extends OperationIdOf<Api>,
  Statuses extends StatusOf<Api, Id> = StatusOf<Api, Id>,
> =
  | {
      [Status in Statuses]: {
        readonly status: Status;
        readonly example?: Api["examples"][Id][Status] | undefined;
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
      readonly example: Api["examples"][Id][Statuses];
      readonly headers?: ReplyHeaders | undefined;
    };

/** A body of your own: any that the schema of the status allows. */
type BodyReply<
  Api extends ReplyApi,
  Id extends OperationIdOf<Api>,
  Statuses extends StatusOf<Api, Id> = StatusOf<Api, Id>,
> = {
  [Status in Statuses]: {
    readonly status: Status;
    readonly body: ResponseBodyOf<Api, Id, Status>;
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
export type ReplyResultOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> =
  | ((DocumentedReply<Api, Id> | BodyReply<Api, Id> | RawReply) & Delay)
  | ({ readonly networkError: true | Exclude<NetworkError, "refused"> } & Delay)
  | { readonly delayMs: number }
  | undefined;

/** A response as a function of the request. What it returns is checked as a reply is; if that is refused, it is a 500. */
export type ReplyFunctionOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> = (
  request: OperationRequestOf<Api, Id>,
) => ReplyResultOf<Api, Id> | Promise<ReplyResultOf<Api, Id>>;

/** For which calls a reply is. */
interface Terms<Api extends ReplyApi, Id extends OperationIdOf<Api>> {
  /** For how many calls; `"always"`, or `Infinity`: for all that no counted reply is for. Default: 1. */
  readonly times?: number | "always" | undefined;
  /** For those calls only. */
  readonly when?: ((request: OperationRequestOf<Api, Id>) => boolean) | undefined;
}

/** What a call of an operation gets: a documented response, a body of your own, an error of the network, or what a function says. */
export type ReplyOf<Api extends ReplyApi, Id extends OperationIdOf<Api> = OperationIdOf<Api>> =
  | ((DocumentedReply<Api, Id> | BodyReply<Api, Id> | RawReply | NetworkErrorReply) & Delay & Terms<Api, Id>)
  | ({ readonly delayMs: number } & Terms<Api, Id>)
  | ({ readonly respond: ReplyFunctionOf<Api, Id> } & Delay & Terms<Api, Id>)
  | ReplyFunctionOf<Api, Id>;

/** An error by its code: of the documented ones, or another that the schema allows. */
interface CodeReply<Status, Code> {
  readonly status: Status;
  readonly code: Code;
}
type CodeOf<Body> = Body extends { code: infer Code } ? Code : never;

/** Of what a call may get, all but the successes. */
export type FailureOf<Api extends ReplyApi, Id extends OperationIdOf<Api> = OperationIdOf<Api>> =
  | ((
      | DocumentedReply<Api, Id, FailureStatusOf<Api, Id>>
      | BodyReply<Api, Id, FailureStatusOf<Api, Id>>
      | RawReply
      | NetworkErrorReply
    ) &
      Delay &
      Terms<Api, Id>)
  | ({
      [Status in FailureStatusOf<Api, Id>]: CodeReply<Status, CodeOf<ResponseBodyOf<Api, Id, Status>>>;
    }[FailureStatusOf<Api, Id>] &
      Delay &
      Terms<Api, Id>)
  | ({ readonly delayMs: number } & Terms<Api, Id>)
  | ({ readonly respond: ReplyFunctionOf<Api, Id> } & Delay & Terms<Api, Id>)
  | ReplyFunctionOf<Api, Id>;
