import {
  createRequestCheck,
  findOperation,
  formatViolation,
  type JsonObject,
  matchPath,
  mergeViolations,
  type Operation,
  type Violation,
} from "@grid-sdk/contract";
import type { IHttpRequest } from "@stoplight/prism-http";
import type { Answer } from "./answer.ts";
import { toPrismAuthorization } from "./authorization.ts";
import { parsePreference } from "./preference.ts";
import { loadPrism } from "./prism.ts";
import type { ReceivedRequest } from "./read-request.ts";
import type { ReplyQueue } from "./reply-queue.ts";

/** What became of a request. */
export interface Outcome {
  readonly operationId: string | undefined;
  readonly answer: Answer;
  /** Why it was refused; empty if it was not. */
  readonly violations: readonly Violation[];
}

/** Checks requests and answers them: as the queue says, else as `Prefer` says, else with the first success. */
export async function createAnswering(
  document: JsonObject,
  operations: readonly Operation[],
  queue: ReplyQueue,
): Promise<(request: ReceivedRequest) => Promise<Outcome>> {
  const askPrism = await loadPrism(document);
  const checkRequest = createRequestCheck(document);
  const basePath = readBasePath(document);

  return async (request) => {
    const path = removeBase(request.path, basePath);
    const operation = findOperation(operations, request.method, path);
    const own = operation ? checkRequest(operation, { ...request, path }) : [describeUnknown(operations, path)];
    const reply = operation && own.length === 0 ? queue.take(operation.id) : undefined;
    // Prism picks the documented answer to a bad request; one that it finds no fault with has to ask for it.
    const preference = own.length > 0 ? { code: 400 } : (reply ?? parsePreference(request.headers["prefer"]));
    const { answer: prisms, violations: found } = await askPrism(toPrismRequest(request, path), preference);
    const violations = mergeViolations(own, withDeclaredNames(operation, found));
    const undocumented = operation && own.length > 0 && found.length === 0 && !operation.responses.has(400);
    const answer = undocumented ? REFUSED : prisms;
    if (operation && reply && violations.length > 0) queue.giveBack(operation.id, reply);
    return {
      operationId: operation?.id,
      answer: violations.length > 0 ? explain(answer, violations) : answer,
      violations,
    };
  };
}

function readBasePath(document: JsonObject): string {
  const [server] = Array.isArray(document["servers"]) ? document["servers"] : [];
  return server ? new URL(server.url, "http://localhost").pathname.replace(/\/$/, "") : "";
}

/** Prism knows the fragment's paths, not the base path of its server. */
function removeBase(path: string, basePath: string): string {
  return basePath !== "" && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}

function toPrismRequest({ method, query, headers, body }: ReceivedRequest, path: string): IHttpRequest {
  const { authorization, "content-type": type, ...rest } = headers;
  // Prism throws at a content type that it cannot parse.
  const mediaType = /^[^\s;/]+\/[^\s;/]+/.exec(type ?? "")?.[0];
  return {
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path, query: { ...query } },
    headers: {
      ...rest,
      ...(authorization !== undefined && { authorization: toPrismAuthorization(authorization) }),
      ...(mediaType !== undefined && { "content-type": mediaType }),
    },
    body: body ?? null,
  };
}

function describeUnknown(operations: readonly Operation[], path: string): Violation {
  const methods = operations.filter((operation) => matchPath(operation.path, path)).map(({ method }) => method);
  return methods.length > 0
    ? { where: "method", message: `is not documented for this path, which takes ${methods.join(", ")}` }
    : { where: "path", message: "is not documented" };
}

/** Prism writes the names of parameters in lower case. */
function withDeclaredNames(operation: Operation | undefined, violations: readonly Violation[]): Violation[] {
  const names = operation?.parameters.map((parameter) => `${parameter.in}/${parameter.name}`) ?? [];
  return violations.map(({ where, message }) => ({
    where: names.find((name) => name.toLowerCase() === where.toLowerCase()) ?? where,
    message,
  }));
}

/** The answer to a bad request whose operation documents none. */
const REFUSED: Answer = {
  status: 422,
  headers: { "content-type": "application/problem+json" },
  body: { title: "The request breaks the contract", status: 422 },
};

/** The documented failure, with the reason in its message and the violations in its details. */
function explain(answer: Answer, violations: readonly Violation[]): Answer {
  const body = typeof answer.body === "object" ? answer.body : {};
  const message = `The request breaks the contract: ${violations.map(formatViolation).join("; ")}.`;
  return { ...answer, body: { ...body, message, details: { violations } } };
}
