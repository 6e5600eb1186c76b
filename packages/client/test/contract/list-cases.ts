import { type Json, resolve } from "./contract-document.ts";

/** One documented response of the contract, and a request that asks for it. */
export interface ContractCase {
  /** `<operationId> <status> <example>`, unique. */
  readonly name: string;
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The template. */
  readonly path: string;
  readonly parameters: readonly Json[];
  readonly input: Readonly<Partial<Record<"path" | "query" | "header", Record<string, string>> & { body: unknown }>>;
  readonly requestSchema: Json | undefined;
  readonly status: number;
  /** The name of the example; undefined for a response without a body. */
  readonly example: string | undefined;
  readonly answer: unknown;
  readonly answerSchema: Json | undefined;
  /** The documented headers of the response by lower-case name, with their examples. */
  readonly answerHeaders: Readonly<Record<string, unknown>>;
}

/**
 * Lists a case for every operation, status and example of the document. Parameters get their examples. A body gets the
 * example with the response's name, or else each in turn. An example that no response used gets a case of its own.
 */
export function listCases(document: Json): ContractCase[] {
  return Object.entries<Json>(document["paths"]).flatMap(([path, item]) =>
    Object.entries<Json>(item)
      .filter(([, operation]) => "responses" in operation)
      .flatMap(([method, operation]) => listOperationCases(document, path, method, item, operation)),
  );
}

type Answer = Pick<ContractCase, "status" | "example" | "answer" | "answerSchema" | "answerHeaders">;

function listOperationCases(document: Json, path: string, method: string, item: Json, operation: Json): ContractCase[] {
  const parameters = [...(item["parameters"] ?? []), ...(operation["parameters"] ?? [])].map((parameter: Json) =>
    resolve(document, parameter),
  );
  const content = resolve(document, operation["requestBody"] ?? {})["content"]?.["application/json"];
  const bodies = Object.entries<Json>(content?.examples ?? {});
  const answers = Object.entries<Json>(operation["responses"]).flatMap(([status, response]) =>
    listAnswers(document, Number(status), resolve(document, response)),
  );
  const asked = answers.map((answer, at) => {
    const body = bodies.find(([name]) => name === answer.example) ?? bodies[at % bodies.length];
    return { answer, body, name: nameAnswer(answer) };
  });
  const [first] = answers;
  const left = bodies.filter((body) => !asked.some((pair) => pair.body === body));
  const more = left.flatMap((body) =>
    first ? [{ answer: first, body, name: `${nameAnswer(first)} asked with ${body[0]}` }] : [],
  );
  const request = {
    operationId: String(operation["operationId"]),
    method: method.toUpperCase(),
    path,
    parameters,
    requestSchema: content?.schema,
  };
  const parts = fillIn(document, parameters);
  return [...asked, ...more].map(({ answer, body, name }) => {
    const input = body ? { ...parts, body: resolve(document, body[1])["value"] } : parts;
    return Object.assign({ name: `${request.operationId} ${name}`, input }, request, answer);
  });
}

function listAnswers(document: Json, status: number, response: Json): Answer[] {
  const headers = Object.entries<Json>(response["headers"] ?? {}).map(([name, header]) => [
    name.toLowerCase(),
    resolve(document, header)["example"],
  ]);
  const answerHeaders = Object.fromEntries(headers);
  const content = response["content"]?.["application/json"];
  if (!content) return [{ status, example: undefined, answer: undefined, answerSchema: undefined, answerHeaders }];
  return Object.entries<Json>(content.examples ?? {}).map(([example, value]) => ({
    status,
    example,
    answer: resolve(document, value)["value"],
    answerSchema: content.schema,
    answerHeaders,
  }));
}

function nameAnswer({ status, example }: Answer): string {
  return example === undefined ? String(status) : `${status} ${example}`;
}

function fillIn(document: Json, parameters: readonly Json[]): Json {
  const input: Json = {};
  for (const parameter of parameters) {
    const value = exampleOf(document, parameter);
    // One that is not asked for and has no example is left out.
    if (value === undefined && !parameter["required"]) continue;
    (input[parameter["in"]] ??= {})[parameter["name"]] = value ?? valueOf(document, parameter["schema"] ?? {});
  }
  return input;
}

/** The example of a parameter, wherever its author put it. */
function exampleOf(document: Json, { example, examples, schema }: Json): unknown {
  const [named] = Object.values<Json>(examples ?? {}).map((item) => resolve(document, item)["value"]);
  const { example: ofSchema, examples: [first] = [] } = schema ? resolve(document, schema) : ({} as Json);
  return example ?? named ?? ofSchema ?? first;
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: "019542f5-b3e7-1d02-0000-000000000001",
  date: "2026-01-01",
  "date-time": "2026-01-01T00:00:00Z",
};

/** Something that fits the schema of a parameter without an example. */
function valueOf(document: Json, schema: Json): unknown {
  const { type, format, default: preset, const: only, enum: values, minimum } = resolve(document, schema);
  if (type === "integer" || type === "number") return preset ?? only ?? values?.[0] ?? minimum ?? 1;
  if (type === "boolean") return preset ?? true;
  return preset ?? only ?? values?.[0] ?? FORMATS[format] ?? "made";
}
