import type { WireRequest } from "../support/recording-proxy.ts";
import type { Json } from "./contract-document.ts";
import type { ContractCase } from "./list-cases.ts";
import type { Validate } from "./validate-schema.ts";

/** What is wrong with the request that a call sent, by the case's input and by the fragment. */
export function checkWireRequest(
  contractCase: ContractCase,
  sent: readonly WireRequest[],
  validate: Validate,
): string[] {
  const [request] = sent;
  if (!request || sent.length > 1) return [`expected one request, ${sent.length} were sent`];
  const { method, path, input } = contractCase;
  const url = new URL(request.target ?? "", "http://localhost");
  const expectedPath = path.replace(/\{(.+?)\}/g, (_, name: string) => encodeURIComponent(input.path?.[name] ?? ""));
  return [
    ...expectEqual("method", request.method, method),
    ...expectEqual("path", url.pathname, expectedPath),
    ...expectEqual("query", Object.fromEntries(url.searchParams), input.query ?? {}),
    ...checkParameters(contractCase, url, request, validate),
    ...checkBody(contractCase, request, validate),
  ];
}

function checkParameters({ parameters, input }: ContractCase, url: URL, { headers }: WireRequest, validate: Validate) {
  return parameters.flatMap(({ name, in: location, schema }: Json) => {
    const expected = input[location as "path" | "query" | "header"]?.[name];
    // The path was compared as a whole.
    if (location === "path") return validate(schema, expected);
    const found = (location === "query" ? url.searchParams.get(name) : headers[name.toLowerCase()]) ?? undefined;
    const problems = expectEqual(`${location} ${name}`, found, expected);
    return found === undefined && expected === undefined ? problems : [...problems, ...validate(schema, found)];
  });
}

function checkBody(
  { requestSchema, input }: ContractCase,
  { headers, body }: WireRequest,
  validate: Validate,
): string[] {
  if (!requestSchema) {
    return [...expectEqual("body", body, ""), ...expectEqual("content-type", headers["content-type"], undefined)];
  }
  const sent: unknown = JSON.parse(body || "null");
  return [
    ...expectEqual("content-type", headers["content-type"], "application/json"),
    ...expectEqual("body", sent, input.body),
    ...validate(requestSchema, sent),
  ];
}

export function expectEqual(what: string, found: unknown, expected: unknown): string[] {
  const [is, shouldBe] = [sortKeys(found), sortKeys(expected)];
  return is === shouldBe ? [] : [`${what} is ${is}, expected ${shouldBe}`];
}

function sortKeys(value: unknown): string {
  const text = JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
  return text ?? "undefined";
}
