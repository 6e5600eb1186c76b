import { describe, expect, test } from "vitest";
import { document, json, object, type Parts, ref, response, text } from "../../cases/case.ts";
import { compareDocuments } from "../compare-documents.ts";
import { describeChange } from "../report/describe-fact.ts";

const quotesOf = (kind: string, before: Parts, after: Parts) => {
  const found = compareDocuments(document(before), document(after)).filter((change) => change.kind === kind);
  return found.map(({ quotes }) => quotes);
};

describe("what a revision requires in words", () => {
  const described = (description: string) => object({ a: text, key: { ...text, description } });

  test.each([
    ["Required for a passkey.", true],
    ["It must be sent with each request.", true],
    ["Only for a passkey.", true],
    ["Ignored for a code.", true],
    ["Deprecated; use the other one.", true],
    ["It is omitted from lists.", true],
    ["The key of the device.", false],
  ])("is quoted for a new property: %s", (sentence, isQuoted) => {
    const body = described(`What it is. ${sentence}`);
    expect(quotesOf("property-added", { body: object({ a: text }) }, { body })).toEqual([
      isQuoted ? [sentence] : undefined,
    ]);
  });

  test("is quoted for a new property, also of the values that undeclared properties have", () => {
    const map = (value: object) => ({ body: object({}, [], { additionalProperties: value }) });
    const after = map(described("Required for a passkey."));
    expect(quotesOf("property-added", map(object({ a: text })), after)).toEqual([["Required for a passkey."]]);
  });

  test("is quoted for a new body, from its own text, its schema's and its properties'", () => {
    const body = {
      description: "Required for a passkey.",
      ...json({ ...described("It must be fresh."), description: "Ignored for codes. Seldom long." }),
    };
    expect(quotesOf("body-added", {}, { operation: { requestBody: body } })).toEqual([
      ["Required for a passkey.", "Ignored for codes.", "It must be fresh."],
    ]);
  });

  test("is quoted for a new operation, parameter and status", () => {
    const get = {
      get: { operationId: "readThing", description: "At least one of both must be there.", responses: {} },
    };
    expect(quotesOf("operation-added", {}, { item: get })).toEqual([["At least one of both must be there."]]);
    const parameter = { name: "Request-Id", in: "header", schema: text, description: "Required with a signature." };
    expect(quotesOf("parameter-added", {}, { parameters: [parameter] })).toEqual([["Required with a signature."]]);
    const accepted = { ...response(object({ id: text })), description: "Returned only for codes." };
    expect(quotesOf("status-added", {}, { responses: { 202: accepted } })).toEqual([["Returned only for codes."]]);
  });

  test("is not quoted if the revision before said it too", () => {
    const said = { description: "A `key` is required." };
    const schemas = (more: object) => ({ Thing: { ...object({ a: text, ...more }), ...said } });
    const body = ref("Thing");
    const before = { body, schemas: schemas({}) };
    expect(quotesOf("property-added", before, { body, schemas: schemas({ key: text }) })).toEqual([undefined]);
  });

  test("is quoted for a breaking change also if it says what to do instead, for the case that it is about", () => {
    const types = (more: object) => object({ type: { enum: ["PASSKEY"] }, ...more }, ["type"]);
    const before = { body: ref("Passkey"), schemas: { Passkey: types({ key: text }) } };
    const operation = {
      description:
        "The `key` of a `CODE` is sealed. The `key` of a `PASSKEY` is supplied when it is challenged. A `PASSKEY` is fast.",
    };
    const after = { body: ref("Passkey"), schemas: { Passkey: types({}) }, operation };
    const changes = compareDocuments(document(before), document({ ...after, operation: {} }));
    expect(changes[0]?.quotes).toBeUndefined();
    const requestBody = { required: true, ...json(ref("Passkey")) };
    expect(quotesOf("property-removed", before, { ...after, operation: { ...operation, requestBody } })).toEqual([
      ["The `key` of a `PASSKEY` is supplied when it is challenged."],
    ]);
  });

  test("is quoted for the case that it is about first, if there are too many sentences", () => {
    const key = { ...text, description: "Must be one. Must be two. Must be three. For `CODE` it must be four." };
    const types = (more: object) => object({ type: { enum: ["CODE"] }, ...more }, ["type"]);
    const [quotes] = quotesOf(
      "property-added",
      { body: ref("Code"), schemas: { Code: types({}) } },
      { body: ref("Code"), schemas: { Code: types({ key }) } },
    );
    expect(quotes).toEqual(["Must be one.", "Must be two.", "For `CODE` it must be four."]);
  });

  test("is quoted for a value by the sentences that name it", () => {
    const either = (values: string[], description: string) => ({ enum: values, description });
    const body = (schema: object) => ({ body: object({ kind: schema }) });
    expect(
      quotesOf(
        "enum-value-added",
        body(either(["A"], "")),
        body(either(["A", "B"], "- `A`: required once.\n- `B`: must be the only one.\n\n| B | required |")),
      ),
    ).toEqual([["- `B`: must be the only one."]]);
  });
});

describe("a property that left one request", () => {
  const challenge = (body?: object) => ({
    "/challenge": {
      post: { operationId: "challenge", ...(body && { requestBody: body }), responses: {} },
    },
  });
  const verify = (properties: object) => ({
    "/verify": {
      post: { operationId: "verify", requestBody: json(object({ a: text, ...properties })), responses: {} },
    },
  });
  const say = (before: object, after: object) =>
    compareDocuments(document({ root: { paths: before } }), document({ root: { paths: after } })).map(
      (change) => `${change.kind} ${describeChange(change)}`,
    );
  const key = { key: { ...text, minLength: 3 } };
  const moved =
    "property-moved The property `key` is gone from here, and the request body of `challenge` may have it now: stop sending it here, and send it there if its description says so.";

  test("has moved if another request has one with its name and type now", () => {
    const before = { ...challenge(), ...verify(key) };
    expect(say(before, { ...challenge(json(object({ key: text }))), ...verify({}) })).toContain(moved);
    const bodied = { ...challenge(json(object({ b: text }))), ...verify(key) };
    expect(say(bodied, { ...challenge(json(object({ b: text, key: text }))), ...verify({}) })).toContain(moved);
  });

  test("has not moved to a request that had it before, to one of another type, or to a response", () => {
    const had = challenge(json(object({ key: text })));
    const gone = "property-removed The property `key` is gone: stop sending it.";
    expect(say({ ...had, ...verify(key) }, { ...had, ...verify({}) })).toEqual([gone]);
    const other = challenge(json(object({ key: { type: "integer" } })));
    expect(say({ ...challenge(), ...verify(key) }, { ...other, ...verify({}) })).toContain(gone);
    const answering = {
      "/challenge": { post: { operationId: "challenge", responses: { 200: response(object({ key: text })) } } },
    };
    expect(say({ ...challenge(), ...verify(key) }, { ...answering, ...verify({}) })).toContain(gone);
  });
});
