import { readFile } from "node:fs/promises";
import { type JsonObject } from "@grid-sdk/openapi";
import { SPECIFICATION } from "@grid-sdk/contract/fixtures";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { copyDocument } from "../overlay/copy-document.ts";
import { findTexts } from "./find-texts.ts";
import { hashText } from "./hash-text.ts";
import { keepTexts } from "./keep-texts.ts";
import { listTexts } from "./list-texts.ts";

const schemas = (content: JsonObject): JsonObject => ({ components: { schemas: content } });
const at = (name: string, field = "description") => `/components/schemas/${name}/${field}`;
const record = (upstream: JsonObject) => keepTexts({ next: upstream, ours: undefined, recorded: undefined }).hashes;
/** Applies `next`, if upstream's document was `before` and ours is `ours`. */
const update = (before: JsonObject, ours: JsonObject, next: JsonObject) =>
  keepTexts({ next, ours, recorded: record(before) });

const BEFORE = schemas({ A: { type: "string", description: "Upstream's A." }, B: { description: "Upstream's B." } });
const OURS = schemas({ A: { type: "string", description: "Our A." }, B: { description: "Our B." } });

describe("our words", () => {
  test("stay where upstream's text has not changed, and the structure is upstream's", () => {
    const next = schemas({ A: { type: "number", description: "Upstream's A." }, B: { description: "Upstream's B." } });
    const { document, hashes, taken } = update(BEFORE, OURS, next);
    expect(document).toEqual(schemas({ A: { type: "number", description: "Our A." }, B: { description: "Our B." } }));
    expect(hashes).toEqual(record(next));
    expect(taken).toEqual([]);
  });

  test("are replaced where upstream's text has changed or is new", () => {
    const next = schemas({ B: { description: "Upstream's new B.", example: 1 }, A: { description: "Upstream's A." } });
    const { document, hashes, taken } = update(BEFORE, OURS, next);
    expect(document).toEqual(
      schemas({ B: { description: "Upstream's new B.", example: 1 }, A: { description: "Our A." } }),
    );
    expect(hashes).toEqual(record(next));
    expect(taken).toEqual([at("B"), at("B", "example")]);
  });

  test("disappear with upstream's text", () => {
    const { document, hashes, taken } = update(BEFORE, OURS, schemas({ A: {} }));
    expect(document).toEqual(schemas({ A: {} }));
    expect(hashes).toEqual({});
    expect(taken).toEqual([]);
  });

  test("stay where an example has its keys in another order, or a text another line end", () => {
    const before = schemas({ A: { description: "One\ntwo.", example: { a: 1, b: { c: 2, d: 3 } } } });
    const ours = schemas({ A: { description: "Ours.", example: { a: 9 } } });
    const next = schemas({ A: { description: "One\r\ntwo.\r\n", example: { b: { d: 3, c: 2 }, a: 1 } } });
    const { document, hashes, taken } = update(before, ours, next);
    expect(document).toEqual(ours);
    expect(hashes).toEqual(record(before));
    expect(taken).toEqual([]);
  });

  test("stay absent where we removed a text, until upstream changes it", () => {
    const ours = schemas({ A: { type: "string" }, B: { description: "Our B." } });
    const kept = update(BEFORE, ours, BEFORE);
    expect(kept.document).toEqual(ours);
    expect(kept.hashes).toEqual(record(BEFORE));
    expect(kept.taken).toEqual([]);
    const next = schemas({ A: { description: "Upstream's new A." } });
    expect(update(BEFORE, ours, next)).toEqual({ document: next, hashes: record(next), taken: [at("A")], lost: [] });
  });

  test("stay absent where we removed a text, also if we have words for the same text elsewhere", () => {
    const text = { description: "The id." };
    const before = schemas({ A: text, B: text });
    const ours = schemas({ A: {}, B: { description: "Our id." } });
    expect(update(before, ours, before)).toEqual({ document: ours, hashes: record(before), taken: [], lost: [] });
  });

  test("may be null or false", () => {
    const before = schemas({ A: { example: 1 }, B: { example: 2 } });
    const ours = schemas({ A: { example: null }, B: { example: false } });
    expect(update(before, ours, before).document).toEqual(ours);
  });
});

describe("a text that has moved", () => {
  test("keeps our words under the new name of a schema", () => {
    const next = schemas({ Renamed: { description: "Upstream's A." }, B: { description: "Upstream's B." } });
    const { document, hashes, taken } = update(BEFORE, OURS, next);
    expect(document).toEqual(schemas({ Renamed: { description: "Our A." }, B: { description: "Our B." } }));
    expect(hashes).toEqual(record(next));
    expect(taken).toEqual([]);
  });

  test("keeps our words at the new index of a list", () => {
    const list = (...descriptions: string[]) => ({ tags: descriptions.map((description) => ({ description })) });
    const next = list("New.", "Upstream's A.", "Upstream's B.");
    const { document, hashes, taken } = update(list("Upstream's A.", "Upstream's B."), list("Our A.", "Our B."), next);
    expect(document).toEqual(list("New.", "Our A.", "Our B."));
    expect(hashes).toEqual(record(next));
    expect(taken).toEqual(["/tags/0/description"]);
  });

  test("keeps our words in branches of the same properties that change their order", () => {
    const branches = (...words: string[]) =>
      schemas({ A: { allOf: words.map((description) => ({ properties: { a: { description } } })) } });
    const before = branches("Upstream's 1.", "Upstream's 2.");
    const same = update(before, branches("Our 1.", "Our 2."), before);
    expect(same).toMatchObject({ document: branches("Our 1.", "Our 2."), taken: [] });
    const next = branches("Upstream's 2.", "Upstream's 1.");
    const { document, hashes, taken } = update(before, branches("Our 1.", "Our 2."), next);
    expect({ document, taken }).toEqual({ document: branches("Our 2.", "Our 1."), taken: [] });
    expect(hashes).toEqual(record(next));
  });

  test("keeps our words where our words for the same text agree at all places that still have it", () => {
    const text = { description: "The id." };
    const before = schemas({ A: text, B: text, C: text });
    const ours = schemas({ A: { description: "Our id." }, B: { description: "Our id.\n" }, C: {} });
    const { document, taken } = update(before, ours, schemas({ D: text }));
    expect(document).toEqual(schemas({ D: { description: "Our id." } }));
    expect(taken).toEqual([]);
  });

  test("has upstream's words where our words for the same text differ", () => {
    const text = { description: "The id." };
    const ours = schemas({ A: { description: "The A's id." }, B: { description: "The B's id." } });
    const { document, hashes, taken } = update(schemas({ A: text, B: text }), ours, schemas({ A: text, D: text }));
    expect(document).toEqual(schemas({ A: { description: "The A's id." }, D: text }));
    expect(hashes).toEqual({ [at("A")]: hashText("The id."), [at("D")]: hashText("The id.") });
    expect(taken).toEqual([at("D")]);
  });

  test("stays absent where we removed it at all places", () => {
    const ours = schemas({ A: {}, B: { description: "Our B." } });
    const { document, hashes, taken } = update(BEFORE, ours, schemas({ C: { description: "Upstream's A." } }));
    expect(document).toEqual(schemas({ C: {} }));
    expect(hashes).toEqual({ [at("C")]: hashText("Upstream's A.") });
    expect(taken).toEqual([]);
  });

  test("swaps our words with upstream's texts", () => {
    const next = schemas({ A: { description: "Upstream's B." }, B: { description: "Upstream's A." } });
    const { document, taken } = update(BEFORE, OURS, next);
    expect(document).toEqual(schemas({ A: { description: "Our B." }, B: { description: "Our A." } }));
    expect(taken).toEqual([]);
  });
});

describe("a text that is the same in both documents", () => {
  test("keeps the hash of the text that our words replaced", () => {
    const { document, hashes, taken } = update(BEFORE, OURS, OURS);
    expect(document).toEqual(OURS);
    expect(hashes).toEqual(record(BEFORE));
    expect(taken).toEqual([]);
  });

  test("is recorded where nothing was", () => {
    const ours = schemas({ A: { description: "The same.", example: 1 } });
    const { hashes, taken } = keepTexts({ next: ours, ours, recorded: {} });
    expect(hashes).toEqual(record(ours));
    expect(taken).toEqual([]);
  });

  test("keeps our words rather than those of another place", () => {
    const next = schemas({ A: { description: "Upstream's B." } });
    const ours = schemas({ A: { description: "Upstream's B." }, B: { description: "Our B." } });
    expect(update(BEFORE, ours, next).document).toEqual(next);
  });
});

describe("without a document of ours or a record", () => {
  test.each([
    ["ours", undefined, record(BEFORE)],
    ["the record", OURS, undefined],
    ["the record, where ours says the same", BEFORE, undefined],
  ])("all texts are upstream's: %s", (_, ours, recorded) => {
    const { document, hashes, taken } = keepTexts({ next: BEFORE, ours, recorded });
    expect(document).toEqual(BEFORE);
    expect(hashes).toEqual(record(BEFORE));
    expect(taken).toEqual([at("A"), at("B")]);
  });
});

test("hashes are sorted by place, and places with upstream's words are in the order of the document", () => {
  const next = schemas({ B: { summary: "1", description: "2" }, A: { description: "3" } });
  const { hashes, taken } = keepTexts({ next, ours: undefined, recorded: undefined });
  expect(Object.keys(hashes)).toEqual([at("A"), at("B"), at("B", "summary")]);
  expect(taken).toEqual([at("B", "summary"), at("B"), at("A")]);
});

test("the arguments stay as they are, and no value of theirs is part of the result", () => {
  const before = schemas({ A: { example: { a: 1 } } });
  const ours = schemas({ A: { example: { b: [2] } } });
  const next = schemas({ A: { example: { a: 1 } }, B: { example: { c: 3 } } });
  const recorded = record(before);
  const copies = copyDocument([ours, next, recorded]);
  const { document } = keepTexts({ next, ours, recorded });
  for (const { owner, field } of findTexts(document)) Object.assign(owner[field] as object, { changed: true });
  expect([ours, next, recorded]).toEqual(copies);
});

test("two places that share an object by a YAML alias have words of their own", () => {
  const shared = parse("{A: &a {description: Theirs.}, B: *a}") as JsonObject;
  const ours = schemas({ A: { description: "Our A." }, B: { description: "Our B." } });
  const next = schemas(shared);
  expect(update(next, ours, next).document).toEqual(ours);
  expect(next).toEqual(schemas({ A: { description: "Theirs." }, B: { description: "Theirs." } }));
});

test("names that every object inherits are names like others", () => {
  const read = (words: string) =>
    parse(
      `components: {schemas: {__proto__: {description: ${words} 1, properties: {__proto__: {description: ${words} 2}}}, constructor: {example: {__proto__: ${words} 3}}}}`,
    ) as JsonObject;
  const { document, taken } = update(read("Theirs"), read("Ours"), read("Theirs"));
  expect(JSON.stringify(document)).toBe(JSON.stringify(read("Ours")));
  expect(taken).toEqual([]);
  const changed = update(read("Theirs"), read("Ours"), read("New"));
  expect(JSON.stringify(changed.document)).toBe(JSON.stringify(read("New")));
  expect(changed.taken).toEqual([at("__proto__"), at("__proto__/properties/__proto__"), at("constructor", "example")]);
});

describe("a whole specification", async () => {
  const upstream = parse(await readFile(SPECIFICATION, "utf8")) as JsonObject;
  const recorded = record(upstream);
  const places = [...listTexts(upstream).keys()];
  const ours = changeTexts(upstream, (text) => ({ ours: text }));

  test("changes nothing when it is applied twice", () => {
    const first = keepTexts({ next: upstream, ours, recorded });
    expect(first).toEqual({ document: ours, hashes: recorded, taken: [], lost: [] });
    expect(keepTexts({ next: upstream, ours: first.document, recorded: first.hashes })).toEqual(first);
  });

  test("changes neither words nor hashes when our own document is applied", () => {
    expect(keepTexts({ next: ours, ours, recorded })).toEqual({
      document: ours,
      hashes: recorded,
      taken: [],
      lost: [],
    });
  });

  // Every seventh text, so that each kind has its turn.
  test.each(places.filter((_, index) => index % 7 === 0))("replaces only a text that changed: %s", (place) => {
    const next = changeTexts(upstream, (text, pointer) => (pointer === place ? { changed: text } : text));
    const expected = changeTexts(upstream, (text, pointer) => (pointer === place ? { changed: text } : { ours: text }));
    const { document, hashes, taken } = keepTexts({ next, ours, recorded });
    expect(taken).toEqual([place]);
    expect(document).toEqual(expected);
    expect(Object.keys(hashes).filter((key) => hashes[key] !== recorded[key])).toEqual([place]);
    expect(keepTexts({ next, ours: document, recorded: hashes })).toEqual({ document, hashes, taken: [], lost: [] });
  });
});

/** A copy of the document with other texts. */
function changeTexts(document: JsonObject, change: (text: unknown, pointer: string) => unknown): JsonObject {
  const copy = copyDocument(document);
  for (const { owner, field, pointer } of findTexts(copy)) owner[field] = change(owner[field], pointer);
  return copy;
}
