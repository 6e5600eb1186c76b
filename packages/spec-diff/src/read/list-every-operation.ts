import { type Endpoint, type JsonObject, listEndpoints } from "@grid-sdk/openapi";

export interface ListedOperation extends Pick<Endpoint, "operation" | "pathItem"> {
  readonly name: string;
  readonly operationId: unknown;
  /** Method and path. */
  readonly endpoint: string;
  /** The endpoint with unnamed path parameters: two that share it answer the same requests. */
  readonly route: string;
}

/** Every operation of the document, also those that the SDK has no way to express. */
export function listEveryOperation(document: JsonObject): ListedOperation[] {
  return listEndpoints(document).map(({ method, path, operation, pathItem }) => {
    const endpoint = `${method} ${path}`;
    const operationId = operation["operationId"];
    const route = endpoint.replaceAll(/\{[^}]*\}/g, "{}");
    return { name: String(operationId ?? endpoint), operationId, endpoint, route, operation, pathItem };
  });
}
