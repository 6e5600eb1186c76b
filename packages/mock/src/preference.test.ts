import { expect, test } from "vitest";
import { parsePreference } from "./preference.ts";

test.each([
  [undefined, {}],
  ["", {}],
  ["code=429", { code: 429 }],
  ["example=passkey", { exampleKey: "passkey" }],
  ["code=202, example=oauth", { code: 202, exampleKey: "oauth" }],
  ['respond-async; Code=404; example="credentialNotFound"', { code: 404, exampleKey: "credentialNotFound" }],
  ["dynamic=true", {}],
])("reads %j", (prefer, preference) => {
  expect(parsePreference(prefer)).toEqual(preference);
});
