import { describe, expect, test } from "vitest";
import { document, object, ref, text } from "../../cases/case.ts";
import { compareDocuments } from "../compare-documents.ts";
import { describeChange } from "../report/describe-fact.ts";
import { describeWhere } from "../report/describe-place.ts";

const say = (before: Parameters<typeof document>[0], after: Parameters<typeof document>[0]) =>
  compareDocuments(document(before), document(after))
    .filter(({ level, kind }) => level !== "docs" && !kind.startsWith("schema-"))
    .map((change) => `${describeWhere(change)}: ${describeChange(change)}`);

describe("a property that one part of allOf declares and another requires", () => {
  const base = (...names: string[]) => object(Object.fromEntries(names.map((name) => [name, text])));
  const answer = { oneOf: [ref("Plain"), ref("Passkey")] };
  const schemas = (names: string[], required: string[]) => ({
    Base: base(...names),
    Plain: { allOf: [ref("Base")] },
    Passkey: { allOf: [ref("Base"), { required }] },
  });

  test("is optional where it is declared, and always there where it is required", () => {
    expect(
      say(
        { answer, schemas: schemas(["id"], []) },
        { answer, schemas: schemas(["id", "credentialId"], ["credentialId"]) },
      ),
    ).toEqual([
      "Base/credentialId (makeThing response 200): The property `credentialId` is new and optional.",
      "Passkey/credentialId (makeThing response 200): The property `credentialId` is new.",
    ]);
  });

  test("may be missing where the requirement is gone, and nowhere else", () => {
    expect(say({ answer, schemas: schemas(["id"], ["id"]) }, { answer, schemas: schemas(["id"], []) })).toEqual([
      "Passkey/id (makeThing response 200): The property `id` may be missing: handle undefined.",
    ]);
  });
});

describe("a case of a union", () => {
  const kind = (values: string[], more: object = {}) => object({ kind: { enum: values }, ...more }, ["kind"]);
  const tagged = {
    oneOf: [ref("Plain"), ref("Challenge")],
    discriminator: {
      propertyName: "kind",
      mapping: { CODE: "#/components/schemas/Plain", PASSKEY: "#/components/schemas/Challenge" },
    },
  };
  const schemas = {
    Plain: kind(["CODE", "PASSKEY"]),
    Challenge: { allOf: [kind(["PASSKEY"]), object({ challenge: text, until: text }, ["challenge", "until"])] },
  };

  test("that arrives through another branch is not gone: the report says what it lacks there", () => {
    expect(say({ answer: tagged, schemas }, { answer: ref("Plain"), schemas })).toEqual([
      "makeThing response 200: `PASSKEY` of `kind` comes as `Plain` now, without `challenge`, `until`: stop reading them of `PASSKEY`.",
    ]);
  });

  test("that no schema allows any more is gone", () => {
    const Plain = kind(["CODE"]);
    const before = { answer: tagged, schemas: { ...schemas, Plain } };
    expect(say(before, { answer: ref("Plain"), schemas: { ...schemas, Plain } })).toEqual([
      "makeThing response 200: The branch `Challenge` (kind PASSKEY) of the body is gone: delete the code that handles it.",
    ]);
  });

  test("that nothing distinguishes may come as another one, and the line says what to check", () => {
    const untold = { oneOf: [object({ id: text }), object({ id: text, extra: text }, ["extra"])] };
    expect(say({ answer: untold }, { answer: object({ id: text }) })).toEqual([
      "makeThing response 200: The branch `number 2` of the body is gone: check what comes in its place, and stop reading `extra`.",
    ]);
  });

  test("says for which values a difference is true", () => {
    const Code = kind(["CODE"]);
    const Passkey = kind(["PASSKEY"], { challenge: text });
    const union = {
      oneOf: [ref("Code"), ref("Passkey")],
      discriminator: tagged.discriminator,
    };
    const mapping = { CODE: "#/components/schemas/Code", PASSKEY: "#/components/schemas/Passkey" };
    const after = { ...union, discriminator: { propertyName: "kind", mapping } };
    const Both = kind(["CODE", "PASSKEY"], { challenge: text });
    expect(
      say(
        { answer: ref("Both"), schemas: { Both, Code, Passkey } },
        { answer: after, schemas: { Both, Code, Passkey } },
      ),
    ).toEqual([
      "Both/challenge where kind is CODE (makeThing response 200): The property `challenge` is gone: stop reading it.",
      "makeThing response 200: The body is one of `Code`, `Passkey` now, distinguished by `kind`: handle each of them.",
    ]);
  });
});

test("an operation without an id is named by its method and path", () => {
  const paths = (properties: object) => ({
    "/things": {
      get: { responses: { 200: { description: "It.", content: { "application/json": { schema: ref("Thing") } } } } },
    },
    "/others": {
      get: { responses: { 200: { description: "It.", content: { "application/json": { schema: ref("Thing") } } } } },
    },
    ...properties,
  });
  const root = { paths: paths({}) };
  expect(say({ root, schemas: { Thing: object({ a: text }) } }, { root, schemas: { Thing: object({}) } })).toEqual([
    "Thing/a (response 200 of GET /things, GET /others): The property `a` is gone: stop reading it.",
  ]);
});
