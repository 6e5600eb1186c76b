import { expect, test } from "vitest";
import { listSentences, mentions, rankSentence } from "./sentences.ts";

test.each<[string, string[]]>([
  ["One. Two! Three?", ["One.", "Two!", "Three?"]],
  ["Of any form (e.g. `a`, i.e. B). Two.", ["Of any form (e.g. `a`, i.e. B).", "Two."]],
  ["One, version 1.2 of it.\n\n- `A`: a. B.\n- `C`: c.", ["One, version 1.2 of it.", "- `A`: a.", "B.", "- `C`: c."]],
  ["| A | is |\n|---|---|\n| B | was |", ["| A | is |", "|---|---|", "| B | was |"]],
  ["1. Call it.\n2. Sign it.", ["1. Call it.", "2. Sign it."]],
  ["", []],
])("the sentences of %j", (text, sentences) => {
  expect(listSentences(text)).toEqual(sentences);
});

test.each([
  ["It must be sent.", 0],
  ["A key is required.", 0],
  ["Do not decode it; pass its bytes.", 0],
  ["Abandoned keys do not block another one.", undefined],
  ["Ignored for codes.", 1],
  ["The recommended way.", 1],
  ["Only for codes.", 2],
  ["| MISSING | The header is required |", undefined],
  ["A key.", undefined],
])("what %j requires has rank %j", (sentence, rank) => {
  expect(rankSentence(sentence)).toBe(rank);
});

test("a name is mentioned as a word of its own, in any case", () => {
  expect(mentions("OAuth credentials", "OAUTH")).toBe(true);
  expect(mentions("The `otp` is", "otp")).toBe(true);
  expect(mentions("encryptedOtpBundle, otpCode, x-otp", "otp")).toBe(false);
});
