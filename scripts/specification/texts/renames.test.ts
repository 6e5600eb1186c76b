import { type JsonObject } from "@grid-sdk/openapi";
import { describe, expect, test } from "vitest";
import { keepTexts } from "./keep-texts.ts";

const ref = (name: string, more: JsonObject = {}) => ({ $ref: `#/components/schemas/${name}`, ...more });
const record = (upstream: JsonObject) => keepTexts({ next: upstream, ours: undefined, recorded: undefined }).hashes;
const update = (before: JsonObject, ours: JsonObject, next: JsonObject) =>
  keepTexts({ next, ours, recorded: record(before) });

/** A schema whose property upstream describes in words that are elsewhere too, and ours that has words of its own. */
const upstreams = (more: JsonObject = {}) => ({
  type: "object",
  properties: { id: { description: "The id.", ...more } },
});
const ours = (name: string, more: JsonObject = {}) => ({
  type: "object",
  title: `${name}, as we call it`,
  properties: { id: { description: `The id of ${name}.`, ...more } },
});
const schemas = (content: JsonObject, paths: JsonObject = {}): JsonObject => ({
  paths,
  components: { schemas: content },
});

describe("a renamed schema keeps our words and those that only we have:", () => {
  const other = { type: "string" };
  const body = (name: string) => ({
    "/a": { post: { operationId: "a", requestBody: { content: { "application/json": { schema: ref(name) } } } } },
  });
  const holder = (keyword: string, ...names: string[]) => ({ [keyword]: names.map((name) => ref(name)) });

  test.each<[string, before: JsonObject, own: JsonObject, next: JsonObject, expected: JsonObject]>([
    [
      "of the same structure",
      schemas({ A: upstreams(), B: upstreams(other) }),
      schemas({ A: ours("A"), B: ours("B", other) }),
      schemas({ A: upstreams(), C: upstreams(other) }),
      schemas({ A: ours("A"), C: ours("B", other) }),
    ],
    [
      "of another structure, which the same body refers to",
      schemas({ A: upstreams(), B: upstreams(other) }, body("B")),
      schemas({ A: ours("A"), B: ours("B", other) }, body("B")),
      schemas({ A: upstreams(), C: upstreams({ type: "integer" }) }, body("C")),
      schemas({ A: ours("A"), C: ours("B", { type: "integer" }) }, body("C")),
    ],
    [
      "of another structure, which is the new branch of a union",
      schemas({ A: upstreams(), B: upstreams(other), U: holder("oneOf", "A", "B") }),
      schemas({ A: ours("A"), B: ours("B", other), U: holder("oneOf", "A", "B") }),
      schemas({ A: upstreams(), C: upstreams({ type: "integer" }), U: holder("oneOf", "C", "A") }),
      schemas({ A: ours("A"), C: ours("B", { type: "integer" }), U: holder("oneOf", "C", "A") }),
    ],
    [
      "that refers to itself, and another that refers to it",
      schemas({ A: upstreams(), B: upstreams({ items: ref("B") }), D: upstreams(ref("B")) }),
      schemas({ A: ours("A"), B: ours("B", { items: ref("B") }), D: ours("D", ref("B")) }),
      schemas({ A: upstreams(), C: upstreams({ items: ref("C") }), E: upstreams(ref("C")) }),
      schemas({ A: ours("A"), C: ours("B", { items: ref("C") }), E: ours("D", ref("C")) }),
    ],
    [
      "and the words beside a reference to it in a list",
      schemas({ A: upstreams(), B: upstreams(other), U: { allOf: [ref("B")] } }),
      schemas({ A: ours("A"), B: ours("B", other), U: { allOf: [ref("B", { description: "Ours." })] } }),
      schemas({ A: upstreams(), C: upstreams(other), U: { allOf: [ref("C")] } }),
      schemas({ A: ours("A"), C: ours("B", other), U: { allOf: [ref("C", { description: "Ours." })] } }),
    ],
  ])("%s", (_, before, own, next, expected) => {
    const { document, hashes, taken, lost } = update(before, own, next);
    expect(document).toEqual(expected);
    expect({ taken, lost }).toEqual({ taken: [], lost: [] });
    expect(hashes).toEqual(record(next));
    // The places are those of the new document: nothing is left to do.
    expect(keepTexts({ next, ours: document, recorded: hashes })).toEqual({ document, hashes, taken, lost });
  });

  test("not where two schemas may be the one that it was", () => {
    const before = schemas({ A: upstreams(), B: upstreams() });
    const { document, taken } = update(before, schemas({ A: ours("A"), B: ours("B") }), schemas({ C: upstreams() }));
    expect(document).toEqual(schemas({ C: upstreams() }));
    expect(taken).toEqual(["/components/schemas/C/properties/id/description"]);
  });

  test("not where no more is known than that both are texts", () => {
    const own = schemas({ A: { type: "string", description: "Ours." } });
    const { document, lost } = update(schemas({ A: { type: "string" } }), own, schemas({ B: { type: "string" } }));
    expect(document).toEqual(schemas({ B: { type: "string" } }));
    expect(lost).toEqual(["/components/schemas/A/description"]);
  });
});

describe("a renamed path keeps our words and those that only we have:", () => {
  const said = (words: string) => ({ description: words });
  const get = (words: string, own: JsonObject = {}) => ({
    operationId: "a",
    responses: { 200: { ...said(words), ...own } },
  });
  const paths = (content: JsonObject): JsonObject => ({ paths: content });
  const stays = (words: string) => ({ get: { operationId: "b", responses: { 200: said(words) } } });

  test.each<[string, JsonObject, JsonObject]>([
    [
      "an operation by its id",
      { "/b": stays("Done."), "/new": { get: get("Done.") } },
      { "/b": stays("B is done."), "/new": { summary: "Ours.", get: get("A is done.", { summary: "Ours." }) } },
    ],
    [
      "under another method",
      { "/b": stays("Done."), "/a": { post: get("Done.") } },
      { "/b": stays("B is done."), "/a": { summary: "Ours.", post: get("A is done.", { summary: "Ours." }) } },
    ],
    [
      "at a path that there was",
      { "/b": { ...stays("Done."), post: get("Done.") } },
      { "/b": { ...stays("B is done."), post: get("A is done.", { summary: "Ours." }) } },
    ],
  ])("%s", (_, next, expected) => {
    const before = paths({ "/a": { get: get("Done.") }, "/b": stays("Done.") });
    const own = paths({
      "/a": { summary: "Ours.", get: get("A is done.", { summary: "Ours." }) },
      "/b": stays("B is done."),
    });
    const { document, hashes, taken, lost } = update(before, own, paths(next));
    expect(document).toEqual(paths(expected));
    expect({ taken, lost }).toEqual({ taken: [], lost: [] });
    expect(hashes).toEqual(record(paths(next)));
  });
});

describe("texts that only we have are reported as lost", () => {
  const own = schemas({ A: ours("A"), B: ours("B") });
  const before = schemas({ A: upstreams(), B: upstreams() });

  test("where what they describe is gone, at their places in our document", () => {
    const { lost } = update(before, own, schemas({ A: upstreams() }));
    expect(lost).toEqual(["/components/schemas/B/title"]);
  });

  test("not where the document says them elsewhere, such as at a parameter that upstream writes out", () => {
    const parameter = { name: "p", in: "query", schema: {} };
    const component = (parameters: unknown[], more: JsonObject = {}): JsonObject => ({
      paths: { "/a": { get: { operationId: "a", parameters } } },
      ...more,
    });
    const next = component([parameter]);
    const ourParameter = { ...parameter, description: "Ours." };
    const components = { parameters: { P: ourParameter } };
    const { document, lost } = update(next, component([{ $ref: "#/components/parameters/P" }], { components }), next);
    expect({ document, lost }).toEqual({ document: component([ourParameter]), lost: [] });
  });
});
