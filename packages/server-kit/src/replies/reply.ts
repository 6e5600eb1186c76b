import type { QueryValues } from "@grid-sdk/contract";
import type { NetworkError } from "../http/delivery.ts";

/** The types of core for the operations of a line. */
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
  /** The parsed JSON; undefined if the operation has no body. */
  readonly body: Body;
}

/** A request of an operation, as `when` and reply functions get it. */
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
type ResponseBodyOf<
  Api extends ReplyApi,
  Id extends OperationIdOf<Api>,
  Status extends PropertyKey,
> = Api["operations"][Id] extends { responses: Record<Status, infer Content> } ? Json<Content> : undefined;
type StatusOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> = keyof Api["examples"][Id];
type FailureStatusOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> = {
  [Status in StatusOf<Api, Id>]: `${Status & number}` extends `2${string}` ? never : Status;
}[StatusOf<Api, Id>];

/** Headers to add to the response, or to replace those of it. */
type ReplyHeaders = Readonly<Record<string, string | number>>;

/**
 * A documented response: a status, the name of an example, or both. Without `example`, the one that fits the request. Or
 * your own body: any that the schema of the status allows.
 */
type StatusReply<Api extends ReplyApi, Id extends OperationIdOf<Api>, Statuses extends StatusOf<Api, Id>> = (
  | {
      [Status in Statuses]:
        | { readonly status: Status; readonly example?: Api["examples"][Id][Status] | undefined }
        | { readonly status: Status; readonly body: ResponseBodyOf<Api, Id, Status> };
    }[Statuses]
  // A function may return one of several statuses.
  | { readonly status: Statuses; readonly example?: never; readonly body?: never }
  | { readonly status?: never; readonly example: Api["examples"][Id][Statuses] }
) & { readonly headers?: ReplyHeaders | undefined };

/** A response that the API does not document, such as that of a proxy or a broken server. Sent as it is, unchecked. */
interface RawReply {
  readonly raw: {
    readonly status: number;
    /** Default: no headers. A wrong `content-length` is sent too. */
    readonly headers?: ReplyHeaders | undefined;
    /** Default: no body. */
    readonly body?: string | Uint8Array | undefined;
  };
}

/**
 * No response, or only the beginning of one. `true` is `"reset"`. `"refused"` is for the calls of every operation: once it
 * is the next reply, the server refuses all connections until `reset()`.
 */
interface NetworkErrorReply {
  readonly networkError: true | NetworkError;
}

/** The delay of the response, in milliseconds. Without another field, the usual response is delayed. */
interface Delay {
  readonly delayMs?: number | undefined;
}

/** What a reply function returns; undefined for the usual response. */
export type ReplyResultOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> =
  | ((StatusReply<Api, Id, StatusOf<Api, Id>> | RawReply) & Delay)
  | ({ readonly networkError: true | Exclude<NetworkError, "refused"> } & Delay)
  | { readonly delayMs: number }
  | undefined;

/** A function from a request to a reply. What it returns is checked like a reply. If the check fails, the response is a 500. */
export type ReplyFunctionOf<Api extends ReplyApi, Id extends OperationIdOf<Api>> = (
  request: OperationRequestOf<Api, Id>,
) => ReplyResultOf<Api, Id> | Promise<ReplyResultOf<Api, Id>>;

/** The calls that a reply is for. */
interface Terms<Api extends ReplyApi, Id extends OperationIdOf<Api>> {
  /** For how many calls. `"always"` or `Infinity`: for all calls that no counted reply is for. Default: 1. */
  readonly times?: number | "always" | undefined;
  /** Limits the reply to the calls for which it returns true. */
  readonly when?: ((request: OperationRequestOf<Api, Id>) => boolean) | undefined;
}

/** A reply that no status of the document describes. */
type OtherReply<Api extends ReplyApi, Id extends OperationIdOf<Api>> =
  | ((RawReply | NetworkErrorReply) & Delay & Terms<Api, Id>)
  | ({ readonly delayMs: number } & Terms<Api, Id>)
  | ({ readonly respond: ReplyFunctionOf<Api, Id> } & Delay & Terms<Api, Id>)
  | ReplyFunctionOf<Api, Id>;

/** What a call gets: a documented response, your own body, a network error, or what a function returns. */
export type ReplyOf<Api extends ReplyApi, Id extends OperationIdOf<Api> = OperationIdOf<Api>> =
  | (StatusReply<Api, Id, StatusOf<Api, Id>> & Delay & Terms<Api, Id>)
  | OtherReply<Api, Id>;

/** An error by its code: a documented one, or another that the schema allows. */
type CodeReply<Api extends ReplyApi, Id extends OperationIdOf<Api>, Statuses extends PropertyKey> = {
  [Status in Statuses]: { readonly status: Status; readonly code: CodeOf<ResponseBodyOf<Api, Id, Status>> };
}[Statuses];
type CodeOf<Body> = Body extends { code: infer Code } ? Code : never;

/** A reply that is not a success. */
export type FailureOf<Api extends ReplyApi, Id extends OperationIdOf<Api> = OperationIdOf<Api>> =
  | ((StatusReply<Api, Id, FailureStatusOf<Api, Id>> | CodeReply<Api, Id, FailureStatusOf<Api, Id>>) &
      Delay &
      Terms<Api, Id>)
  | OtherReply<Api, Id>;
