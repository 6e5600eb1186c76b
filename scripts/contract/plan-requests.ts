import { findRequiringValue } from "@grid-sdk/contract";
import { asObject, isJsonObject, type JsonObject, listOperations, type Operation } from "@grid-sdk/openapi";
import { ArgumentError } from "./read-arguments.ts";

/** A request of the contract. */
export interface ContractRequest {
  readonly operation: Operation;
  /** The name of the body's example, if there is a body. */
  readonly example: string | undefined;
  /** Filled in and encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface RequestPlan {
  readonly requests: readonly ContractRequest[];
  /** The ids of the operations that are not called, because they change something. */
  readonly leftOut: readonly string[];
}

/**
 * The requests that the fragment documents: of each GET, and of each operation in `chosen`, one per example of its body.
 * Required parameters get their examples. `values`, by name, replace examples and fill in optional parameters.
 * Throws an `ArgumentError` for a name that the fragment does not have, and for a parameter that has to be given.
 */
export function planRequests(
  document: JsonObject,
  chosen: readonly string[],
  values: ReadonlyMap<string, string>,
): RequestPlan {
  const operations = listOperations(document);
  const ids = operations.map(({ id }) => id);
  const unknown = chosen.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    throw new ArgumentError(`The fragment has no operation ${unknown}. It has: ${ids.join(", ")}.`);
  }
  const isRun = ({ method, id }: Operation) => method === "GET" || chosen.includes(id);
  const missing = new Map<string, string>();
  const requests = operations.filter(isRun).flatMap((operation) => {
    const bodies: [string | undefined, unknown][] = [...(operation.requestBody?.examples ?? [])];
    return (bodies.length > 0 ? bodies : [[undefined, undefined] as const]).map(([example, body]) =>
      fillIn(operation, example, body, values, missing),
    );
  });
  if (missing.size > 0) {
    const places = [...missing].map(([place, name]) => `${place}: --param ${name}=<value>`);
    throw new ArgumentError(`These have no example. Give each a value:\n${places.join("\n")}`);
  }
  const names = new Set(
    requests.flatMap(({ operation, body }) => [
      ...operation.parameters.map(({ name }) => name),
      ...Object.keys(asObject(body)),
    ]),
  );
  const unused = [...values.keys()].find((name) => !names.has(name));
  if (unused !== undefined) {
    throw new ArgumentError(`No called operation has a parameter or body property ${unused}.`);
  }
  return {
    requests,
    leftOut: operations.filter((operation) => !isRun(operation)).map(({ id }) => id),
  };
}

/** The request with values in place of examples. Adds the places that have neither to `missing`, each with its name. */
function fillIn(
  operation: Operation,
  example: string | undefined,
  body: unknown,
  values: ReadonlyMap<string, string>,
  missing: Map<string, string>,
): ContractRequest {
  const filled = { path: {}, query: {}, header: {} } as Record<string, Record<string, string>>;
  for (const parameter of operation.parameters) {
    const { name, in: location, required, example: value } = parameter;
    const isNeeded = required || findRequiringValue(parameter, body) !== undefined;
    const taken = values.get(name) ?? (isNeeded ? value : undefined);
    if (taken !== undefined) (filled[location] ??= {})[name] = String(taken);
    else if (isNeeded) missing.set(`the ${location} parameter ${name} of ${operation.id}`, name);
  }
  const properties =
    isJsonObject(body) && Object.entries(body).map(([name, value]) => [name, values.get(name) ?? value]);
  return {
    operation,
    example,
    path: operation.path.replace(/\{(.+?)\}/g, (_, name: string) => encodeURIComponent(filled["path"]?.[name] ?? "")),
    query: filled["query"] ?? {},
    headers: filled["header"] ?? {},
    body: properties ? Object.fromEntries(properties) : body,
  };
}
