import { expect, test } from "vitest";
import { matchPath } from "./find-operation.ts";

test.each<[template: string, path: string, parameters: Record<string, string> | undefined]>([
  ["/a/{id}", "/a/1", { id: "1" }],
  ["/a/{id}", "/a/b%2Fc", { id: "b/c" }],
  ["/a/{id}", "/a/1/2", undefined],
  ["/a/{id}", "/b/1", undefined],
  ["/a/{id}:verify", "/a/1:verify", { id: "1" }],
  ["/a/{id}:verify", "/a/1:cancel", undefined],
  ["/a/{from}-{to}", "/a/1-2", { from: "1", to: "2" }],
  ["/a.b/{id}", "/axb/1", undefined],
  ["/a/{id}", "/a/%E0%A4", { id: "%E0%A4" }],
])("%s reads from %s: %j", (template, path, parameters) => {
  const found = matchPath(template, path);
  expect(found && Object.fromEntries(found)).toEqual(parameters);
});
