import { type Endpoint, type JsonObject, listEndpoints } from "@grid-sdk/openapi";

/** One of the two documents of a comparison, and what the comparison has read in it. */
export interface Revision {
  readonly side: "before" | "after";
  readonly document: JsonObject;
  /** By what it is, then by what it was read from. It ends with the comparison, so a document may change after it. */
  readonly memory: Map<string, Map<unknown, unknown>>;
}

export function openRevision(side: Revision["side"], document: JsonObject): Revision {
  return { side, document, memory: new Map() };
}

/** What `read` gives for a key, read once in a comparison. */
export function remember<V>({ memory }: Revision, what: string, key: unknown, read: () => V): V {
  const known = memory.get(what) ?? new Map<unknown, unknown>();
  memory.set(what, known);
  if (!known.has(key)) known.set(key, read());
  return known.get(key) as V;
}

export interface ListedOperation extends Pick<Endpoint, "operation" | "pathItem"> {
  readonly name: string;
  readonly operationId: unknown;
  /** Method and path. */
  readonly endpoint: string;
  /** The endpoint with unnamed path parameters: two that share it serve the same requests. */
  readonly route: string;
}

/** Every operation of a revision, also those that the SDK cannot express. */
export function listEveryOperation(revision: Revision): readonly ListedOperation[] {
  return remember(revision, "operations", undefined, () =>
    listEndpoints(revision.document).map(({ method, path, operation, pathItem }) => {
      const endpoint = `${method} ${path}`;
      const operationId = operation["operationId"];
      const route = endpoint.replaceAll(/\{[^}]*\}/g, "{}");
      return { name: String(operationId ?? endpoint), operationId, endpoint, route, operation, pathItem };
    }),
  );
}
