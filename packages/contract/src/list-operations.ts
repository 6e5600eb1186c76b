import { lookInto, lookUp, type OpenApiDocument, type Place } from "./fragment.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** What the mock knows of an operation; Prism knows the rest. */
export interface MockedOperation {
  /** Its `operationId`; method and path where the document gives none. */
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** The template, for example `/auth/credentials/{id}`. */
  readonly path: string;
  /** The declared parameters, as they are written. */
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  /** The schema of the JSON body that it takes; undefined if it takes none. */
  readonly body: Place | undefined;
  /** The names of the examples of each documented status. */
  readonly answers: ReadonlyMap<number, readonly string[]>;
}

export function listOperations(document: OpenApiDocument): MockedOperation[] {
  const paths = lookUp(document, "#/paths");
  return Object.keys(paths.value).flatMap((path) => {
    const item = lookInto(document, paths, path);
    return METHODS.filter((method) => method in item.value).map((method) =>
      readOperation(document, path, method, item, lookInto(document, item, method)),
    );
  });
}

function readOperation(
  document: OpenApiDocument,
  path: string,
  method: string,
  item: Place,
  operation: Place,
): MockedOperation {
  const parameters = [item, operation].flatMap((holder) => {
    const list = holder.value["parameters"];
    return (Array.isArray(list) ? list : []).map((_, at) => {
      const { value } = lookInto(document, holder, "parameters", String(at));
      return { name: String(value["name"]), in: String(value["in"]) };
    });
  });
  const responses = lookInto(document, operation, "responses");
  const statuses = Object.keys(responses.value).filter((status) => /^\d{3}$/.test(status));
  return {
    id: String(operation.value["operationId"] ?? `${method.toUpperCase()} ${path}`),
    method: method.toUpperCase(),
    path,
    parameters,
    body: readBody(document, operation),
    answers: new Map(
      statuses.map((status) => {
        const content = lookInto(document, lookInto(document, responses, status), "content", "application/json");
        return [Number(status), Object.keys(lookInto(document, content, "examples").value)];
      }),
    ),
  };
}

function readBody(document: OpenApiDocument, operation: Place): Place | undefined {
  const body = lookInto(document, operation, "requestBody");
  const content = lookInto(document, body, "content", "application/json");
  return "schema" in content.value ? lookInto(document, content, "schema") : undefined;
}

/** The operation that a method and a path without its base belong to; one of a literal path wins over a template. */
export function findOperation(
  operations: readonly MockedOperation[],
  method: string,
  path: string,
): MockedOperation | undefined {
  const matching = operations.filter(
    (operation) => operation.method === method && matchPath(operation.path, path) !== undefined,
  );
  return matching.toSorted((a, b) => countParameters(a) - countParameters(b))[0];
}

/** The path parameters by name, decoded; undefined if the path does not fit the template. */
export function matchPath(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const expected = template.split("/");
  const segments = path.split("/");
  if (segments.length !== expected.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [at, part] of expected.entries()) {
    const segment = decode(segments[at] ?? "");
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined) parameters.set(name, segment);
    else if (segment !== part) return undefined;
  }
  return parameters;
}

function countParameters({ path }: MockedOperation): number {
  return path.split("{").length;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
